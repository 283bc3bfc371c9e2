package dev.spacesbot.internal.runtime;

import dev.spacesbot.Attachable;
import dev.spacesbot.event.Attachment;
import dev.spacesbot.transport.Transport;
import dev.spacesbot.transport.TransportException;
import dev.spacesbot.transport.Upload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Brings the files of a reply to the service, in the background, one after the other. Every failure names its file. */
final class Uploads {

    /** What the service takes: 1 GB. */
    static final long MOST_BYTES = 1L << 30;

    /** How often the service may be asked where to upload to. */
    private static final int PER_MINUTE = 30;

    private final Transport transport;
    private final Attempts attempts;

    Uploads(Transport transport, Surroundings surroundings) {
        this.transport = transport;
        this.attempts = Attempts.paced(new Pacer(PER_MINUTE, surroundings.timers()), surroundings);
    }

    /**
     * What is to be uploaded, with the sizes of this moment.
     *
     * @throws TransportException where it can be told already that this will not do
     */
    static List<Upload> resolved(List<Attachable> files) {
        List<Upload> uploads = new ArrayList<>();
        for (Attachable file : files) {
            Upload upload = resolved(file);
            if (upload.size() > MOST_BYTES) {
                throw rejected(
                        file.name(), "it has " + upload.size() + " bytes, and the service takes at most " + MOST_BYTES);
            }
            uploads.add(upload);
        }
        return uploads;
    }

    private static Upload resolved(Attachable file) {
        if (file instanceof Attachable.InFile inFile) {
            Path path = inFile.path();
            return new Upload(file.name(), file.mimeType(), size(file.name(), path), () -> Files.newInputStream(path));
        }
        if (file instanceof Attachable.InMemory inMemory) {
            byte[] content = inMemory.content();
            return new Upload(file.name(), file.mimeType(), content.length, () -> new ByteArrayInputStream(content));
        }
        Attachable.Streamed streamed = (Attachable.Streamed) file;
        return new Upload(file.name(), file.mimeType(), streamed.size(), streamed.content());
    }

    private static long size(String name, Path path) {
        if (!Files.exists(path)) {
            throw rejected(name, "there is no " + path);
        }
        if (!Files.isRegularFile(path)) {
            throw rejected(name, path + " is a folder, or no ordinary file");
        }
        if (!Files.isReadable(path)) {
            throw rejected(name, path + " may not be read by this process");
        }
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw rejected(name, path + " cannot be read (" + e + ")");
        }
    }

    private static TransportException rejected(String name, String why) {
        return new TransportException(TransportException.Kind.REJECTED, words(name, why));
    }

    private static String words(String name, String why) {
        return "File " + name + " was not sent: " + why;
    }

    /** Uploads all of them, for messages of that space. */
    CompletableFuture<List<Attachment>> bring(String spaceId, List<Upload> files) {
        CompletableFuture<List<Attachment>> brought = CompletableFuture.completedFuture(new ArrayList<>());
        for (Upload file : files) {
            brought = brought.thenCompose(
                    before -> attempts.of(() -> upload(spaceId, file)).thenApply(attachment -> {
                        before.add(attachment);
                        return before;
                    }));
        }
        return brought;
    }

    private Attachment upload(String spaceId, Upload file) {
        try {
            return transport.upload(spaceId, file);
        } catch (TransportException e) {
            throw new TransportException(e.kind(), words(file.name(), e.getMessage() + ""), e);
        } catch (RuntimeException e) {
            throw new TransportException(TransportException.Kind.REJECTED, words(file.name(), e.toString()), e);
        }
    }

    /** What {@link #bring} failed with. */
    static TransportException failure(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof TransportException known
                ? known
                : new TransportException(
                        TransportException.Kind.UNAVAILABLE, "The files were not sent: " + cause, cause);
    }
}
