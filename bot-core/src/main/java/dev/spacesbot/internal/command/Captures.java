package dev.spacesbot.internal.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the placeholders of a template, or the groups of a regular expression, stand for in a text.
 *
 * @param names the placeholders or groups
 * @param slices what each stands for; null for a group that took no part in the match
 */
public record Captures(List<String> names, List<@Nullable Slice> slices) {

    /** Of a handler without a pattern. */
    public static final Captures NONE = new Captures(List.of(), List.of());

    /** What a name stands for; null where it took no part in the match. */
    public @Nullable Slice get(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : slices.get(index);
    }
}
