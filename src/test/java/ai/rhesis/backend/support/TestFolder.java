package ai.rhesis.backend.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The folder that this JVM's tests write to; the build runs tests in several JVMs at once.
final class TestFolder {

    private static final Path OF_THIS_JVM = Path.of("target", System.getProperty("test.folder", "tests"));

    private TestFolder() {}

    /// Answers where the file or folder of that name is.
    static Path of(String name) {
        try {
            return Files.createDirectories(OF_THIS_JVM).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
