package dev.spacesbot.internal.jdbc;

import dev.spacesbot.config.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file beside that of H2, which is locked and says by whom. H2 locks its own against other processes, but does not say by
 * whom, and lets several stores of one process have it.
 */
final class FileClaim implements Claim {

    /** Far behind the text: what is locked cannot be read by others everywhere. */
    private static final long LOCKED = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private FileClaim(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes the folder where there is none, for nobody else to see. */
    static FileClaim take(Storage storage) throws IOException {
        Path database = path(storage.url());
        makeFolder(database.toAbsolutePath().getParent());
        Path file = beside(database, ".owner");
        FileChannel channel = openPrivate(file);
        try {
            if (lock(channel) == null) {
                throw new FileSystemException(
                        beside(database, ".mv.db").toString(),
                        null,
                        "it is used already: " + Files.readString(file).strip());
            }
            channel.truncate(0);
            String text = Holder.current() + ", since " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
            int unused = channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
            openPrivate(beside(database, ".mv.db")).close();
            return new FileClaim(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** The path that an address of H2 names, without H2's own ending. */
    static Path path(String url) {
        String rest = url.substring(Dialect.H2_FILE.length());
        String path = rest.contains(";") ? rest.substring(0, rest.indexOf(';')) : rest;
        return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)) : Path.of(path);
    }

    private static Path beside(Path database, String ending) {
        return database.resolveSibling(database.getFileName() + ending);
    }

    private static void makeFolder(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            if (isPosix(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
    }

    /** A file that is made here is for nobody else to read, whatever its folder allows. */
    private static FileChannel openPrivate(Path file) throws IOException {
        if (!Files.exists(file) && isPosix(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void tieTo(Connection connection) {
        // The file is claimed already.
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
