package dev.spacesbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewCommandTest {

    private static final Versions VERSIONS = Versions.ofThisBuild();

    @TempDir
    private Path folder;

    private CommandLineFixture line;

    @BeforeEach
    void startInAnEmptyFolder() {
        line = new CommandLineFixture(folder, new AccountTransport());
    }

    @Test
    void writesAProjectAndTellsWhatToDoNext() throws IOException {
        int code = line.run("new", "my-bot", "--in", folder.toString());

        assertThat(line.err()).isEmpty();
        assertThat(line.out()).isEqualTo("""
                Wrote my-bot:
                  pom.xml
                  bot.yaml
                  src/main/java/com/example/mybot/Greeter.java
                  src/test/java/com/example/mybot/GreeterTest.java
                  src/test/resources/com/example/mybot/hello.txt
                  README.md
                  .gitignore
                spacesbot %s is no release: in its own folder, once, mvn install -DskipTests. Then:
                  cd my-bot
                  mvn verify       # builds and tests it
                  mvn -q -Pplay    # talk to it here, without an account
                """.formatted(VERSIONS.spacesbot()));
        assertThat(code).isZero();
        assertThat(files("")).containsExactly("my-bot");
        assertThat(Files.readString(folder.resolve("my-bot/bot.yaml")))
                .contains("name: my-bot\nhandlers: [com.example.mybot]\n");
        assertThat(Files.readString(folder.resolve("my-bot/src/main/java/com/example/mybot/Greeter.java")))
                .startsWith("package com.example.mybot;\n");
    }

    @Test
    void leavesNoBlankUnfilled() throws IOException {
        line.run("new", "my-bot", "--in", folder.toString());

        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .hasSize(7)
                    .allSatisfy(file -> assertThat(file).content().doesNotContainPattern("@\\w+@"));
        }
    }

    @Test
    void takesAnotherPackage() throws IOException {
        int code = line.run("new", "my-bot", "--package", "org.acme.chat", "--in", folder.toString());

        assertThat(code).isZero();
        assertThat(folder.resolve("my-bot/src/test/resources/org/acme/chat/hello.txt"))
                .exists();
        assertThat(Files.readString(folder.resolve("my-bot/pom.xml")))
                .contains("<groupId>org.acme</groupId>\n  <artifactId>my-bot</artifactId>");
    }

    @ParameterizedTest
    @CsvSource({
        "My Bot, my-bot, com.example.mybot",
        "MyBot, my-bot, com.example.mybot",
        "my_bot.two, my-bot-two, com.example.mybottwo",
        "Crème  brûlée, creme-brulee, com.example.cremebrulee",
        "class, class, com.example.botclass",
        "3d printer, 3d-printer, com.example.bot3dprinter",
        "BOT, bot, com.example.bot"
    })
    void makesANameOfWhatSomebodyWrote(String written, String name, String packageName) {
        int code = line.run("new", written, "--in", folder.toString());

        assertThat(code).isZero();
        assertThat(folder.resolve(name).resolve("src/main/java").resolve(packageName.replace('.', '/')))
                .isDirectoryContaining(file -> file.endsWith("Greeter.java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "../out",
                "a/b",
                "a\\b",
                "/tmp/bot",
                "my-bot/",
                ".hidden",
                "bot-",
                "ボット",
                "ro\u0000bot",
                "${name}",
                "a<b",
                "bot\u202e",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffg"
            })
    void refusesWhatCannotBeAName(String written) throws IOException {
        int code = line.run("new", "--in", folder.toString(), "--", written);

        assertThat(line.err())
                .isEqualTo("'" + SpacesCommand.shown(written)
                        + "' cannot be the name of a project: take letters from a to z, digits and dashes, at most 60"
                        + " of them, such as my-bot\nTry 'java -jar bot.jar new --help'.\n");
        assertThat(code).isEqualTo(64);
        assertThat(files("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", ".a", "a.", "com.class", "com.2d", "a-b", "../a", "java.bots", "com.bär"})
    void refusesWhatCannotBeAPackage(String written) throws IOException {
        int code = line.run("new", "my-bot", "--package", written, "--in", folder.toString());

        assertThat(line.err())
                .isEqualTo("'" + written + "' cannot be a package: take names with dots between, such as"
                        + " com.example.bots\nTry 'java -jar bot.jar new --help'.\n");
        assertThat(code).isEqualTo(64);
        assertThat(files("")).isEmpty();
    }

    @Test
    void leavesAloneWhatIsThereAlready() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("mine.txt"), "mine");
        Files.writeString(folder.resolve("file"), "mine");
        Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("elsewhere")));

        int full = line.run("new", "full", "--in", folder.toString());
        int file = line.run("new", "file", "--in", folder.toString());
        int link = line.run("new", "link", "--in", folder.toString());

        assertThat(List.of(full, file, link)).containsOnly(64);
        assertThat(line.err())
                .startsWith("full exists and is not an empty folder: take another name, or another place with"
                        + " --in.\nTry 'java -jar bot.jar new --help'.\nfile exists and is not an empty folder");
        assertThat(files("")).containsExactly("elsewhere", "file", "full", "link");
        assertThat(files("full")).containsExactly("mine.txt");
        assertThat(files("elsewhere")).isEmpty();
    }

    @Test
    void usesAnEmptyFolder() throws IOException {
        Files.createDirectory(folder.resolve("my-bot"));

        int code = line.run("new", "my-bot", "--in", folder.toString());

        assertThat(code).isZero();
        assertThat(files("my-bot")).contains("pom.xml");
        assertThat(files("")).containsExactly("my-bot");
    }

    @Test
    void tellsWhereThereIsNoFolderToWriteInto() {
        int code = line.run("new", "my-bot", "--in", folder.resolve("missing").toString());

        assertThat(line.err())
                .isEqualTo("There is no folder missing to write into.\nTry 'java -jar bot.jar new --help'.\n");
        assertThat(code).isEqualTo(64);
    }

    @Test
    void theReadmeShowsThePomThatItWrites() throws IOException {
        line.run("new", "my-bot", "--in", folder.toString());

        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains("```xml\n" + Files.readString(folder.resolve("my-bot/pom.xml")) + "```\n");
    }

    @Test
    void thePomTakesThePluginsOfThisBuild() throws IOException {
        line.run("new", "my-bot", "--in", folder.toString());
        Pattern plugin = Pattern.compile("<artifactId>(maven-\\w+-plugin)</artifactId>\\s*<version>([^<]+)<"
                + "|(exec-maven-plugin)(?::|</artifactId>\\s*<version>)([^<:]+)[<:]");

        List<String> written = matches(plugin, folder.resolve("my-bot/pom.xml"));

        assertThat(written).hasSize(6).isSubsetOf(matches(plugin, Path.of("..", "pom.xml")));
    }

    @Test
    void theVersionOfJUnitIsThatOfThisBuild() throws IOException {
        assertThat(Files.readString(Path.of("..", "pom.xml")))
                .contains("<junit.version>" + VERSIONS.junit() + "</junit.version>")
                .contains("<version>" + VERSIONS.spacesbot() + "</version>");
    }

    private static List<String> matches(Pattern pattern, Path file) throws IOException {
        Matcher matcher = pattern.matcher(Files.readString(file));
        return matcher.results()
                .map(found -> found.group(1) == null
                        ? found.group(3) + " " + found.group(4)
                        : found.group(1) + " " + found.group(2))
                .toList();
    }

    private List<String> files(String below) throws IOException {
        try (Stream<Path> inside = Files.list(folder.resolve(below))) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
