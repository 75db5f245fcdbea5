package ai.rhesis.backend.platform.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Where one embedded server keeps its rows, and the files beside them.
record DataDirectory(Path path) {

    static DataDirectory at(Path path) throws IOException {
        var directory = new DataDirectory(path.toAbsolutePath().normalize());
        Files.createDirectories(directory.path.resolveSibling(""));
        // The library opens its own folder to everybody, so that one stands inside this one.
        Files.createDirectories(directory.binaries(), onlyOwner("rwx------"));
        return directory;
    }

    boolean isInitialized() {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    Path processId() {
        return path.resolve("postmaster.pid");
    }

    Path passwords() {
        return beside(".pgpass");
    }

    Path lock() {
        return beside(".lock");
    }

    Path log() {
        return beside(".log");
    }

    /// Shared by all data directories of one parent, for unpacking takes seconds.
    Path binaries() {
        return path.resolveSibling("postgres-binaries");
    }

    /// Writes a file that only its owner may read, from its first byte on.
    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, onlyOwner("rw-------"));
        Files.writeString(file, content);
    }

    private Path beside(String extension) {
        return path.resolveSibling(path.getFileName() + extension);
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
