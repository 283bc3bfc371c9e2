package dev.spacesbot.cli;

/** What the process tells whoever started it; the numbers above 1 are those of BSD's {@code sysexits.h}. */
enum ExitCode {
    /** All went well, or the bot was stopped and finished everything. */
    OK(0),
    /** The bot was stopped and did not finish in time; the log says what was left. */
    UNFINISHED(1),
    /** The command line cannot be understood. */
    USAGE(64),
    /** The service or the database cannot be reached, or does not answer. */
    UNAVAILABLE(69),
    /** A mistake in this program; the log has the stack trace. */
    SOFTWARE(70),
    /** The service does not accept the token. */
    REFUSED(77),
    /** A mistake in the configuration or in the handlers. */
    CONFIGURATION(78);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
