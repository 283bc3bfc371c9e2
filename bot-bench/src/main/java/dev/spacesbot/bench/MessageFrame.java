package dev.spacesbot.bench;

import java.nio.charset.StandardCharsets;

/** The events that the service sends about messages of one space, prepared as bytes: only numbers are filled in. */
final class MessageFrame {

    private static final String ID = "60aa22cc33dd";
    private static final int ID_DIGITS = 12;
    private static final String TIME = "2026-05-23T10:15:30.000Z";

    private final byte[] message;
    private final int idBack;
    private final int commandBack;
    private final int numberBack;
    private final int timeBack;
    private final int echoIdBack;
    private final byte[] echoHead;
    private final byte[] echoMiddle;
    private final byte[] echoTail;

    MessageFrame(Workload workload, int space) {
        String command = workload.command(0);
        String said = payload(space, "5f00aa11bb22cc33dd44ee01", command + Workload.text(space, 0), "");
        message = Frames.text(said);
        String text = "\"bodyText\":\"";
        int textAt = said.indexOf(text) + text.length();
        idBack = said.length() - said.indexOf(ID) - ID.length();
        commandBack = said.length() - textAt - "cmd".length();
        numberBack = said.length() - textAt - command.length() - "s0000 ".length();
        timeBack = said.length() - said.lastIndexOf(TIME);
        String echo = payload(space, LoopbackService.BOT_ID, "@", ",\"loopbackMetadata\":\"~\"");
        echoIdBack = echo.indexOf('@') - echo.indexOf(ID) - ID.length();
        echoHead = bytes(echo.substring(0, echo.indexOf('@')));
        echoMiddle = bytes(echo.substring(echo.indexOf('@') + 1, echo.indexOf('~')));
        echoTail = bytes(echo.substring(echo.indexOf('~') + 1));
    }

    /** Ann says something; {@code time} is as long as {@link #TIME}. */
    void write(Frames out, long id, int command, int number, byte[] time) {
        out.add(message);
        out.patch(idBack, ID_DIGITS, id);
        if (command >= 0) {
            out.patch(commandBack, 3, command);
        }
        out.patch(numberBack, 9, number);
        out.overwrite(timeBack, time);
    }

    /** The bot sees what itself said. */
    void writeEcho(Frames out, long id, String text, String loopback) {
        out.begin(echoHead.length + text.length() + echoMiddle.length + loopback.length() + echoTail.length);
        out.add(echoHead);
        out.patch(echoIdBack, ID_DIGITS, id);
        out.add(text);
        out.add(echoMiddle);
        out.add(loopback);
        out.add(echoTail);
    }

    private static String payload(int space, String sender, String text, String more) {
        return "42/chat,[\"MESSAGE_SENT\",{\"_id\":\"" + ID + "000000000000\",\"category\":\"chat\",\"topicId\":\""
                + Workload.spaceId(space) + "\",\"topicTitle\":\"Bench\",\"topicType\":\"group\",\"content\":{"
                + "\"bodyText\":\"" + text + "\",\"description\":\"\",\"data\":[],\"startTime\":\"" + TIME
                + "\",\"endTime\":null,\"virtualEndTime\":null,\"mediaMode\":\"audio\",\"recordings\":[]},"
                + "\"sender\":{\"_id\":\"" + sender + "\",\"type\":\"user\",\"username\":\"someone@example.org\","
                + "\"displayname\":\"Someone\",\"picture_url\":\"http://127.0.0.1/noimage.jpg\"},\"created\":\"" + TIME
                + "\",\"modified\":null,\"mentions\":[]" + more + "}]";
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.ISO_8859_1);
    }
}
