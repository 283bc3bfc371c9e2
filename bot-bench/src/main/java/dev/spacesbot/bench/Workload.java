package dev.spacesbot.bench;

import java.util.Locale;

/**
 * What people say: in each space {@code outstanding} messages wait for their answers at any time.
 *
 * @param spaces how many spaces there are
 * @param outstanding messages without an answer in each of them
 * @param commands how many commands the messages name in turn; 0 for messages that name none
 */
record Workload(int spaces, int outstanding, int commands) {

    private static final String SPACE = "60aa11bb22cc33dd";
    private static final String FILLER = " and some more words, as people have them";

    /** No messages: the program joins these spaces and is left alone. */
    static Workload idle(int spaces) {
        return new Workload(spaces, 0, 0);
    }

    /** The id of a space. */
    static String spaceId(int space) {
        return SPACE + digits(8, space);
    }

    /** The space of an id. */
    static int space(String spaceId) {
        return Integer.parseInt(spaceId, SPACE.length(), spaceId.length(), 10);
    }

    /** What goes before the text where the messages name commands. */
    String command(int number) {
        return commands == 0 ? "" : "cmd" + digits(3, number) + " ";
    }

    /** The text, and the answer that is expected to it. */
    static String text(int space, int number) {
        return "s" + digits(4, space) + " " + digits(9, number) + FILLER;
    }

    /** The space that a text was said in, or -1 where the text is none of ours. */
    static int spaceIn(String text) {
        return text.endsWith(FILLER) && text.startsWith("s") ? Integer.parseInt(text, 1, 5, 10) : -1;
    }

    /** The number of a text. */
    static int numberIn(String text) {
        return Integer.parseInt(text, 6, 15, 10);
    }

    static String digits(int width, long number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
