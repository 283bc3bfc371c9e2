package dev.spacesbot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the sections of a file. Where it reports a problem it goes on with something harmless in its place, so that the other
 * sections are read as well; what it gives counts only where there was none.
 */
final class ConfigReader {

    private static final List<String> KEYS = Stream.of(
                    List.of("name", "handlers", "spaces", "auth", "service", "pace"),
                    RulesReader.KEYS,
                    List.of("store", "http", "settings"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> HTTP_KEYS = List.of("port", "host");
    private static final int LAST_PORT = 65_535;
    private static final List<String> PACE_KEYS = List.of("eventsPerMinute");
    private static final String HANDLERS = "the packages to scan for handlers, such as [com.example.greeter]";
    private static final String DEFAULT_NAME = "bot";
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,80}");
    private static final Pattern PACKAGE =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

    private final SettingsTree.Place place;
    private final Values values;
    private final Section top;
    private final String name;

    ConfigReader(MappingNode root, Values values, Path file) {
        this.place = new SettingsTree.Place(file, root, values.placeholders());
        this.values = values;
        this.top = new Section("", root, KEYS, values);
        this.name = readName();
    }

    String name() {
        return name;
    }

    private String readName() {
        String text = top.text("name");
        if (text == null) {
            return DEFAULT_NAME;
        }
        if (!NAME.matcher(text).matches()) {
            top.reject("name", "must be one line of at most 80 characters");
            return DEFAULT_NAME;
        }
        return text;
    }

    BotConfig config(ConfigFile.Account account, SpacesReader.Spaces spaces, Storage store) {
        return new BotConfig(
                name,
                handlers(),
                spaces.ids(),
                spaces.all(),
                account.auth(),
                account.service(),
                eventsPerMinute(),
                rules(),
                store,
                http(),
                settings());
    }

    ConfigFile.Account account() {
        top.required("auth", AuthReader.MEANING);
        Section auth = top.section("auth", AuthReader.KEYS);
        Section service = top.section("service", ServiceReader.KEYS);
        Auth read = auth == null ? null : new AuthReader(auth, name).read();
        return new ConfigFile.Account(
                read == null ? new Auth.Anonymous(name) : read,
                service == null ? Service.production() : new ServiceReader(service).read());
    }

    SpacesReader.Spaces spaces() {
        Node node = top.required("spaces", SpacesReader.MEANING);
        return node == null ? SpacesReader.NONE : new SpacesReader(values).read(node);
    }

    List<String> handlers() {
        Node node = top.required("handlers", HANDLERS);
        if (node == null) {
            return List.of();
        }
        if (node instanceof MappingNode) {
            values.wrong(node, "'handlers' must be a list: " + HANDLERS + "; found ");
            return List.of();
        }
        List<Node> elements = Values.elements(node);
        if (elements.isEmpty()) {
            values.problems().add(node, "'handlers' is empty: " + HANDLERS);
        }
        List<String> packages = new ArrayList<>();
        for (Node element : elements) {
            String text = packageName(element);
            if (text != null) {
                packages.add(text);
            }
        }
        return List.copyOf(packages);
    }

    private @Nullable String packageName(Node node) {
        String text = values.text(node, "handlers");
        if (text == null || PACKAGE.matcher(text).matches() || !(node instanceof ScalarNode scalar)) {
            return text;
        }
        values.problems()
                .add(
                        node,
                        Problems.value(scalar.getValue())
                                + " is not the name of a package, such as com.example.greeter");
        return null;
    }

    private int eventsPerMinute() {
        Section pace = top.section("pace", PACE_KEYS);
        Node node = pace == null ? null : pace.node("eventsPerMinute");
        Integer count = node == null ? null : values.count(node, "pace.eventsPerMinute", 0);
        return count == null ? BotConfig.DEFAULT_EVENTS_PER_MINUTE : count;
    }

    Rules rules() {
        return new RulesReader(top).read();
    }

    /** A database in the folder, unless the section says otherwise. */
    Storage store(Path folder) {
        Section store = top.section("store", StoreReader.KEYS);
        StoreReader reader = new StoreReader(folder, name);
        return store == null ? reader.usual() : reader.read(store);
    }

    /** Null where nothing is to be told. */
    @Nullable
    HttpAddress http() {
        Section http = top.section("http", HTTP_KEYS);
        Node port = http == null ? null : http.required("port", "where to listen, such as 8080");
        Integer number = port == null ? null : values.count(port, "http.port", 0);
        if (http == null || port == null || number == null) {
            return null;
        }
        if (number > LAST_PORT) {
            values.wrong(port, "'http.port' must be a port, from 0 to " + LAST_PORT + "; found ");
        }
        String host = http.text("host");
        return new HttpAddress(host == null ? HttpAddress.LOOPBACK : host, number);
    }

    SettingsTree settings() {
        Node node = top.node("settings");
        return new SettingsTree(place, node == null ? Map.of() : new SettingsReader(values).read(node));
    }
}
