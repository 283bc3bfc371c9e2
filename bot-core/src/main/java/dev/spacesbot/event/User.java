package dev.spacesbot.event;

/**
 * A person or a bot.
 *
 * @param id the service's id
 * @param kind registered, anonymous, or another kind of sender
 * @param username an e-mail address for registered people; any unique name for anonymous ones; may be empty
 * @param displayName the name to show; the user name where the service gave none
 */
public record User(String id, Kind kind, String username, String displayName) {

    /** How somebody is known to the service. */
    public enum Kind {
        /** With an account. */
        USER,
        /** A guest without an account. */
        ANONYMOUS,
        /** Anything else, such as a telephone or the service itself. */
        OTHER
    }
}
