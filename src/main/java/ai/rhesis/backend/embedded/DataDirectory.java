package ai.rhesis.backend.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Where one embedded server keeps its rows, and the files beside them.
record DataDirectory(Path path) {

    static DataDirectory at(Path path) throws IOException {
        var absolute = path.toAbsolutePath().normalize();
        Files.createDirectories(absolute.resolveSibling("."));
        return new DataDirectory(absolute);
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

    /// Shared by all data directories of one parent: unpacking takes seconds.
    Path binaries() {
        return path.resolveSibling("postgres-binaries");
    }

    /// Writes a file that only its owner may read, from its first byte on.
    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownerOnly());
        Files.writeString(file, content);
    }

    private Path beside(String extension) {
        return path.resolveSibling(path.getFileName() + extension);
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        var permissions = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
