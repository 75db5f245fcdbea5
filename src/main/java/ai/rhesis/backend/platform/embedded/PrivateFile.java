package ai.rhesis.backend.platform.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files and directories that only their owner may read, from their first byte on.
public final class PrivateFile {

    private PrivateFile() {}

    /// Writes a new file in the place of an old one.
    public static void write(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, onlyOwner("rw-------"));
        Files.writeString(file, content);
    }

    static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, onlyOwner("rwx------"));
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
