package dev.spacesbot.internal.text;

import java.io.EOFException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why something failed, in words that can stand in a sentence. */
public final class Reasons {

    private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private Reasons() {}

    /** What an exception says; where it says nothing, what its class is called. */
    public static String of(Throwable failure) {
        String message = failure.getMessage();
        if (message != null && !message.isBlank()) {
            return message;
        }
        if (failure instanceof EOFException) {
            return "the other side ended the connection";
        }
        String name = failure.getClass().getSimpleName().replaceFirst("(Exception|Error)$", "");
        return name.isEmpty() || name.equals("IO") ? "it does not say why" : inWords(name);
    }

    private static String inWords(String name) {
        return Arrays.stream(WORDS.split(name, -1))
                .map(word -> word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))
                        ? word
                        : word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
