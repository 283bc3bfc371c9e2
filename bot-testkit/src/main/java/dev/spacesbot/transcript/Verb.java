package dev.spacesbot.transcript;

import java.util.Arrays;

/** What somebody can do in a transcript. */
public enum Verb {
    /** Says something in the space. */
    SAYS("", "NAME: TEXT"),
    /** Makes a task. */
    CREATES_TASK("creates task", "NAME creates task \"TITLE\" for NAME due 2026-01-09 17:00: TEXT"),
    /** Makes a post. */
    POSTS("posts", "NAME posts \"TITLE\": TEXT"),
    /** Comments on a task or a post. */
    COMMENTS("comments on", "NAME comments on \"TITLE\": TEXT"),
    /** Puts another text, or title, in place of the old one. */
    EDITS("edits", "NAME edits \"TEXT\": NEW TEXT"),
    /** Marks a task as done. */
    COMPLETES("completes", "NAME completes \"TITLE\""),
    /** Comes to look at the space. */
    ENTERS("enters", "NAME enters"),
    /** Looks elsewhere. */
    LEAVES("leaves", "NAME leaves"),
    /** Is seen to be typing. */
    TYPES("types", "NAME types");

    private final String words;
    private final String form;

    Verb(String words, String form) {
        this.words = words;
        this.form = form;
    }

    /** The one with these words. */
    static Verb of(String words) {
        return Arrays.stream(values())
                .filter(verb -> verb.words.equals(words))
                .findFirst()
                .orElseThrow();
    }

    /** As a line has it; empty for what is said. */
    String words() {
        return words;
    }

    /** How to write such a line. */
    String form() {
        return form;
    }

    /** Whether something in quotes must follow. */
    boolean needsObject() {
        return form.contains("\"");
    }

    /** Whether it is done to something that is there. */
    boolean refers() {
        return this == COMMENTS || this == EDITS || this == COMPLETES;
    }

    /** Whether there must be a text. */
    boolean needsText() {
        return this == SAYS || this == COMMENTS || this == EDITS;
    }

    /** Whether there may be a text. */
    boolean allowsText() {
        return form.endsWith("TEXT");
    }
}
