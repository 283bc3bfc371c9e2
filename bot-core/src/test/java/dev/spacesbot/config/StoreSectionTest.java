package dev.spacesbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSectionTest {

    @TempDir
    private Path folder;

    private YamlFixture file(String more) {
        return YamlFixture.in(folder, """
                handlers: [com.example]
                spaces: all
                auth: {type: jwt, token: token-of-ann}
                """ + more);
    }

    @ParameterizedTest
    @CsvSource({
        "greeter, greeter",
        "Grüße 2.0, Grüße_2.0-f60a5e4b",
        "../../etc/passwd, _._.._etc_passwd-efcf8919",
    })
    void keepsAFileOfTheBotsNameBesideTheConfiguration(String name, String fileName) {
        Storage store = file("name: '" + name + "'\n").read(Map.of()).store();

        assertThat(store.url()).startsWith("jdbc:h2:file:" + folder + "/data/");
        assertThat(store.url().substring(store.url().lastIndexOf('/') + 1)).isEqualTo(fileName);
    }

    @ParameterizedTest
    @CsvSource({
        "./here/bot, FOLDER/here/bot",
        "here/bot;CIPHER=AES, FOLDER/here/bot;CIPHER=AES",
        "x/../there, FOLDER/there",
        "/var/lib/bot, /var/lib/bot",
        "~/bot, ~/bot",
    })
    void takesPathsFromTheFolderOfTheConfiguration(String path, String read) {
        Storage store =
                file("store: {url: 'jdbc:h2:file:" + path + "'}").read(Map.of()).store();

        assertThat(store.url()).isEqualTo("jdbc:h2:file:" + read.replace("FOLDER", folder.toString()));
    }

    @Test
    void keepsNothingWhereToldSo() {
        assertThat(file("store: {url: memory}").read(Map.of()).store()).isEqualTo(Storage.memory());
    }

    @Test
    void tellsWhatIsNoStore() {
        YamlFixture file = file("store: {url: 'jdbc:mysql://ann:pass-of-ann@db/x', key: short, pasword: x}");

        assertThat(file.report(Map.of())).isEqualTo("""
                        bot.yaml has 3 problems:
                          line 4, column 9: 'store.url' must begin with jdbc:h2:file: or jdbc:postgresql:, or be memory to keep nothing beyond the process
                          line 4, column 51: 'store.key' must have at least 16 characters, such as those of: openssl rand -hex 32
                          line 4, column 63: unknown key 'pasword' in 'store'; did you mean 'password'?""");
    }

    @Test
    void tellsAPathWithoutAFile() {
        assertThat(file("store: {url: 'jdbc:h2:file:;CIPHER=AES'}").report(Map.of()))
                .isEqualTo("""
                        bot.yaml has 1 problem:
                          line 4, column 9: 'store.url' must name a file after jdbc:h2:file:, such as jdbc:h2:file:./data/bot""");
    }

    @Test
    void looksAtNoStoreWhereThePlaygroundBringsItsOwn() {
        ConfigFile file = file("store: {url: '${NOT_SET}'}").open(Map.of());

        BotConfig config =
                file.configWith(new ConfigFile.Account(new Auth.Anonymous("Ann"), Service.production()), List.of());

        assertThat(config.store()).isEqualTo(Storage.memory());
    }

    @Test
    void showsNoSecretOfAStore() {
        Storage store = new Storage(
                "jdbc:postgresql://ann:pass1@db.example.com/bots?user=ann&password=pass2&sslpassword=pass3&ssl=true",
                "ann",
                new Secret("pass4"),
                new Secret("key-of-the-tokens"));

        assertThat(store)
                .hasToString(
                        "Storage[url=jdbc:postgresql://***@db.example.com/bots?user=***&password=***&sslpassword=***"
                                + "&ssl=true, user=ann, key=***]");
        assertThat(store.masked("No " + store.url() + " with pass4 and key-of-the-tokens"))
                .isEqualTo("No " + store.shownUrl() + " with *** and ***");
        assertThat(Storage.at("jdbc:h2:file:/x;USER=ann;PASSWORD=pass;CIPHER=AES")
                        .shownUrl())
                .isEqualTo("jdbc:h2:file:/x;USER=***;PASSWORD=***;CIPHER=AES");
    }
}
