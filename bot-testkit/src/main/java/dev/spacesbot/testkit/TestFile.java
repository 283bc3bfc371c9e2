package dev.spacesbot.testkit;

import dev.spacesbot.event.Attachment;
import java.nio.charset.StandardCharsets;

/** A file that was attached in a test, with what is in it. */
public final class TestFile {

    private final Attachment attachment;
    private final byte[] content;

    TestFile(Attachment attachment, byte[] content) {
        this.attachment = attachment;
        this.content = content.clone();
    }

    /** Its name, as people see it. */
    public String name() {
        return attachment.name();
    }

    /** Its type, such as {@code image/png}. */
    public String mimeType() {
        return attachment.mimeType();
    }

    /** What is in it. */
    public byte[] bytes() {
        return content.clone();
    }

    /** What is in it, as text in UTF-8. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
