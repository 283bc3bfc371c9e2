package dev.spacesbot.internal.rest;

import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.Upload;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** The content of a file as the body of a call, a piece at a time. */
final class UploadBody extends RequestBody {

    private final Upload file;
    private volatile @Nullable TransportException trouble;

    UploadBody(Upload file) {
        this.file = file;
    }

    /** What is wrong with the file; null where the call failed, if it did, for another reason. */
    @Nullable
    TransportException trouble() {
        return trouble;
    }

    @Override
    public MediaType contentType() {
        return MediaType.get(file.mimeType());
    }

    @Override
    public long contentLength() {
        return file.size();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try {
            file.writeTo(sink.outputStream());
        } catch (TransportException e) {
            trouble = e;
            // Anything but this, and the connection might be used again in the middle of a call.
            throw new IOException("The file cannot be read", e);
        }
    }
}
