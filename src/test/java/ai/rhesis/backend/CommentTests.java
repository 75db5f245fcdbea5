package ai.rhesis.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The form of documentation comments: a type is a noun phrase, a method begins with a verb.
class CommentTests {

    private static final String MARK = "///";

    private static final Pattern QUESTION =
            Pattern.compile("/// (What|How|That|Who|Whom|Whose|Which|Whether|Why|Where|When)\\b.*");

    private static final Pattern VERB = Pattern.compile(
            "(?m)^/// (Adds|Asks|Checks|Compares|Computes|Configures|Converts|Creates|Draws|Finds|Gives|Holds|Keeps|Lists"
                    + "|Looks|Makes|Pairs|Prepares|Puts|Reads|Removes|Returns|Runs|Sends|Sets|Sums|Takes|Tells|Writes)"
                    + " (?!of ).*");

    @Test
    void paragraphsOfCommentsBeginWithoutARiddle() throws IOException {
        List<String> riddles = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                firstLines(source)
                        .filter(line -> QUESTION.matcher(line).matches())
                        .forEach(line -> riddles.add(source.getFileName() + ": " + line));
            }
        }
        assertThat(riddles)
                .as("say what a type is with a noun, and what a method does with a verb")
                .isEmpty();
    }

    /// A verb of methods at the begin of a type's comment says what the type does and not what it is.
    @Test
    void commentsOfTypesBeginWithANoun() throws IOException {
        List<String> verbs = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                VERB.matcher(Files.readString(source)).results().forEach(found -> verbs.add(found.group()));
            }
        }
        assertThat(verbs).as("say what a type is with a noun").isEmpty();
    }

    private static Stream<String> firstLines(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);
        List<String> first = new ArrayList<>();
        for (int place = 0; place < lines.size(); place++) {
            String line = lines.get(place).strip();
            String before = place == 0 ? "" : lines.get(place - 1).strip();
            if (line.startsWith(MARK) && (before.equals(MARK) || !before.startsWith(MARK))) {
                first.add(line);
            }
        }
        return first.stream();
    }
}
