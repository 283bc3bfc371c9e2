package dev.spacesbot.config;

import dev.spacesbot.event.Role;
import dev.spacesbot.handler.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code commands}: patterns of command names, with who may use them and how often. */
final class CommandsReader {

    private static final String MEANING = "patterns of command names, each with allow, limit or both, such as"
            + " \"deploy*\": {limit: {value: 5, per: 1m}}";
    private static final List<String> KEYS = List.of("allow", "limit");
    private static final List<String> ALLOW_KEYS = List.of("users", "roles", "spaces");
    private static final List<String> LIMIT_KEYS = List.of("value", "per", "by");
    private static final String USERS = "ids or user names; leave it out where it does not matter who it is";
    private static final String ROLES = "admin, member, guest; leave it out where it does not matter";
    private static final String SPACES = "ids of spaces; leave it out where it does not matter";

    private final Values values;

    CommandsReader(Values values) {
        this.values = values;
    }

    List<Rules.ForCommands> read(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            values.problems().add(node, "'commands' must be " + MEANING + "; found " + Problems.kind(node));
            return List.of();
        }
        List<Rules.ForCommands> rules = new ArrayList<>();
        for (Entries.Entry entry : Entries.of(mapping, values.problems())) {
            if (entry.key().isBlank()) {
                values.problems().add(entry.place(), "a pattern of command names is empty; * stands for every command");
            } else {
                rules.add(rule(entry));
            }
        }
        return rules;
    }

    private Rules.ForCommands rule(Entries.Entry entry) {
        String path = "commands." + Problems.cleaned(entry.key());
        Section rule = values.section(entry.value(), path, KEYS);
        if (rule != null && ((MappingNode) entry.value()).getValue().isEmpty()) {
            values.problems().add(entry.place(), "'" + path + "' says neither who may (allow) nor how often (limit)");
        }
        return new Rules.ForCommands(
                entry.key().strip(), rule == null ? null : access(rule), rule == null ? null : quota(rule));
    }

    /** Whoever writes {@code allow} means to keep somebody out: nothing in it may be empty by mistake. */
    private Rules.@Nullable Access access(Section rule) {
        Node place = rule.filled("allow", "who may: users, roles or spaces; {} stands for everybody");
        Section allow = place == null ? null : rule.section("allow", ALLOW_KEYS);
        return allow == null
                ? null
                : new Rules.Access(
                        all(allow, "users", USERS, values::text),
                        all(allow, "roles", ROLES, (node, path) -> values.word(node, path, List.of(Role.values()))),
                        all(allow, "spaces", SPACES, values::spaceId));
    }

    private <T> Set<T> all(Section allow, String key, String meaning, BiFunction<Node, String, @Nullable T> reader) {
        Node place = allow.filled(key, meaning);
        if (place == null) {
            return Set.of();
        }
        if (Values.elements(place).isEmpty()) {
            values.problems().add(place, "'" + allow.pathOf(key) + "' is empty: " + meaning);
        }
        Set<T> all = new LinkedHashSet<>();
        for (Node element : Values.elements(place)) {
            Optional.ofNullable(reader.apply(element, allow.pathOf(key))).ifPresent(all::add);
        }
        return all;
    }

    private Rules.@Nullable Quota quota(Section rule) {
        Node place = rule.filled("limit", "how often, such as {value: 5, per: 1m, by: user}");
        Section limit = place == null ? null : rule.section("limit", LIMIT_KEYS);
        if (limit == null) {
            return null;
        }
        Integer value = value(limit);
        Duration per = per(limit);
        Node by = limit.filled("by", "user, space or bot");
        Limit.By counted = by == null ? null : values.word(by, limit.pathOf("by"), List.of(Limit.By.values()));
        return value == null || per == null
                ? null
                : new Rules.Quota(value, per, Objects.requireNonNullElse(counted, Limit.By.USER));
    }

    private @Nullable Integer value(Section limit) {
        Node place = limit.required("value", "how many times, at least 1");
        return place == null ? null : values.count(place, limit.pathOf("value"), 1);
    }

    private @Nullable Duration per(Section limit) {
        Node place = limit.required("per", "in what time, such as 1m");
        return place == null ? null : values.span(place, limit.pathOf("per"));
    }
}
