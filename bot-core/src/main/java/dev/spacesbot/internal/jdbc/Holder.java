package dev.spacesbot.internal.jdbc;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this process is told apart by. */
final class Holder {

    /** As much as PostgreSQL keeps of an application's name. */
    private static final int LONGEST = 63;

    private Holder() {}

    /** Such as {@code spacesbot, process 4711 on host7}. */
    static String current() {
        String text = "spacesbot, process " + ProcessHandle.current().pid() + " on " + host();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
