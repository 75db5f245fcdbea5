package ai.rhesis.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the table of contents in docs/architecture.md complete.
class ArchitecturePageTests {

    private static final Path ROOT = Path.of("src/main/java/ai/rhesis/backend");

    @Test
    void everyPackageIsInTheTableOfContents() throws IOException {
        String page = Files.readString(Path.of("docs/architecture.md"));
        for (Path room : directoriesIn(ROOT)) {
            assertThat(page).contains("| **" + room.getFileName() + "** |");
            for (Path part : directoriesIn(room)) {
                assertThat(page)
                        .as("a word about %s", part)
                        .containsPattern("\\| \\| .*`" + part.getFileName() + "`.* \\|");
            }
        }
    }

    private static List<Path> directoriesIn(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).toList();
        }
    }
}
