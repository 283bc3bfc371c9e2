package dev.spacesbot.examples.deploy;

/** The platform would not. Its text is for whoever asked. */
final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlatformException(String text) {
        super(text);
    }
}
