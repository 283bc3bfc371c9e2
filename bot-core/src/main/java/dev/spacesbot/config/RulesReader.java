package dev.spacesbot.config;

import dev.spacesbot.handler.Addressed;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads how a bot behaves: {@code addressed}, {@code help}, {@code typing}, {@code zone}, {@code errors}, {@code catchUp}, {@code loopGuard}, {@code commands}. */
final class RulesReader {

    static final List<String> KEYS =
            List.of("addressed", "help", "typing", "zone", "errors", "catchUp", "loopGuard", "commands");

    private static final List<Addressed> ADDRESSED = List.of(Addressed.ANY, Addressed.MENTION, Addressed.DIRECT);

    private final Section top;
    private final Values values;

    RulesReader(Section top) {
        this.top = top;
        this.values = top.values();
    }

    Rules read() {
        Rules usual = Rules.defaults();
        Node addressed = top.node("addressed");
        Addressed word = addressed == null ? null : values.word(addressed, "addressed", ADDRESSED);
        Node commands = top.node("commands");
        return new Rules(
                word == null ? usual.addressed() : word,
                flag("help", usual.help()),
                flag("typing", usual.typing()),
                zone(usual.zone()),
                errorSpace(),
                catchUp(usual.catchUp()),
                loopGuard(usual.loopGuard()),
                commands == null ? List.of() : new CommandsReader(values).read(commands));
    }

    private boolean flag(String key, boolean usual) {
        Node node = top.node(key);
        Boolean flag = node == null ? null : values.flag(node, key);
        return flag == null ? usual : flag;
    }

    private ZoneId zone(ZoneId usual) {
        Node node = top.node("zone");
        ZoneId zone = node == null ? null : values.zone(node, "zone");
        return zone == null ? usual : zone;
    }

    private CatchUpRules catchUp(CatchUpRules usual) {
        Section catchUp = top.section("catchUp", List.of("maxAge", "maxMessages"));
        if (catchUp == null) {
            return usual;
        }
        Node age = catchUp.node("maxAge");
        Duration maxAge = age == null ? null : values.span(age, "catchUp.maxAge");
        Node count = catchUp.node("maxMessages");
        Integer most = count == null ? null : values.count(count, "catchUp.maxMessages", 0);
        return new CatchUpRules(maxAge == null ? usual.maxAge() : maxAge, most == null ? usual.maxMessages() : most);
    }

    private int loopGuard(int usual) {
        Node node = top.node("loopGuard");
        Integer answers = node == null ? null : values.count(node, "loopGuard", 0);
        return answers == null ? usual : answers;
    }

    private @Nullable String errorSpace() {
        Section errors = top.section("errors", List.of("space"));
        Node place = errors == null ? null : errors.required("space", "the id of the space that hears of failures");
        return place == null ? null : values.spaceId(place, "errors.space");
    }
}
