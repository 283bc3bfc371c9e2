package dev.spacesbot.emulator;

/** The names of the service's events. */
final class Events {

    static final String SUBSCRIBE = "SUBSCRIBE_CHANNEL";
    static final String SUBSCRIBED = "CHANNEL_SUBSCRIBED";
    static final String SUBSCRIBE_FAILED = "SUBSCRIBE_CHANNEL_FAILED";
    static final String UNSUBSCRIBE = "UNSUBSCRIBE_CHANNEL";
    static final String UNSUBSCRIBED = "CHANNEL_UNSUBSCRIBED";
    static final String SEND_MESSAGE = "SEND_MESSAGE";
    static final String MESSAGE_SENT = "MESSAGE_SENT";
    static final String SEND_FAILED = "SEND_MESSAGE_FAILED";
    static final String SEND_PRESENCE = "SEND_PRESENCE_EVENT";
    static final String PRESENCE = "PRESENCE_EVENT_RESPONSE";
    static final String SEND_MEDIA = "SEND_MEDIA_SESSION_EVENTS";
    static final String MEDIA = "MEDIA_SESSION_RESPONSE";

    private Events() {}
}
