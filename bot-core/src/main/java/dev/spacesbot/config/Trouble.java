package dev.spacesbot.config;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in a person's words why a file could not be read. */
final class Trouble {

    private Trouble() {}

    static String of(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not read it";
        }
        String message = e.getMessage();
        if (message != null && message.contains("Is a directory")) {
            return "it is a directory";
        }
        return message == null ? "it cannot be read" : message;
    }
}
