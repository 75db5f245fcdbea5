package ai.rhesis.backend.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lock that keeps a data directory to one process; the operating system releases it when that process dies.
record DirectoryLock(Path path, FileChannel channel) implements AutoCloseable {

    // Asked before the file is opened: closing a second channel would drop the lock of the first.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    static DirectoryLock acquire(DataDirectory directory) throws IOException {
        if (!HELD_HERE.add(directory.path())) {
            throw inUse(directory);
        }
        var channel = FileChannel.open(directory.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD_HERE.remove(directory.path());
            throw inUse(directory);
        }
        return new DirectoryLock(directory.path(), channel);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(path);
        }
    }

    private static EmbeddedDatabaseException inUse(DataDirectory directory) {
        return new EmbeddedDatabaseException(
                "Another process is running the database in " + directory.path() + ".",
                "Stop that process, or give this one its own directory with rhesis.data-directory,"
                        + " or a database with spring.datasource.url.",
                null);
    }
}
