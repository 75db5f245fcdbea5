package ai.rhesis.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Keeps the table of contents in docs/architecture.md complete.
class ArchitecturePageTests {

    private static final Path ROOT = Path.of("src/main/java/ai/rhesis/backend");

    private static final Pattern ROOM = Pattern.compile("\\| \\*\\*(\\w+)\\*\\* \\| \\| .+ \\|");
    private static final Pattern PACKAGES = Pattern.compile("\\| \\| ((?:`[\\w.]+` ?)+) \\| .+ \\|");

    @Test
    void theTableOfContentsIsTheTree() throws IOException {
        assertThat(tableOfContents())
                .as("each package of src/main/java has a word in docs/architecture.md, and no other has")
                .isEqualTo(tree());
    }

    private static SortedMap<String, SortedSet<String>> tableOfContents() throws IOException {
        SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
        String current = "";
        for (String line : Files.readAllLines(Path.of("docs/architecture.md"))) {
            Matcher room = ROOM.matcher(line);
            Matcher below = PACKAGES.matcher(line);
            if (room.matches()) {
                current = room.group(1);
                packages.put(current, new TreeSet<>());
            } else if (below.matches()) {
                packages.computeIfAbsent(current, name -> new TreeSet<>())
                        .addAll(List.of(below.group(1).replace("`", "").split(" ")));
            }
        }
        return packages;
    }

    private static SortedMap<String, SortedSet<String>> tree() throws IOException {
        SortedMap<String, SortedSet<String>> packages = new TreeMap<>();
        try (Stream<Path> directories = Files.walk(ROOT)) {
            directories
                    .filter(Files::isDirectory)
                    .map(ROOT::relativize)
                    .filter(path -> !path.toString().isEmpty())
                    .forEach(path -> {
                        SortedSet<String> room =
                                packages.computeIfAbsent(path.getName(0).toString(), name -> new TreeSet<>());
                        if (path.getNameCount() > 1) {
                            room.add(path.subpath(1, path.getNameCount())
                                    .toString()
                                    .replace('/', '.'));
                        }
                    });
        }
        return packages;
    }
}
