package dev.spacesbot.internal.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the placeholders of a template, or the groups of a regular expression, stand for in a text. */
record Captures(List<String> names, List<@Nullable String> values) {

    static final Captures NONE = new Captures(List.of(), List.of());

    /** What a name stands for; null where it is no part of this template or the group took no part in the match. */
    @Nullable
    String get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : values.get(index);
    }
}
