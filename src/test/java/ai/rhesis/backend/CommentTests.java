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

/// The form of documentation comments: a type is a noun phrase, a method begins with a verb, and no line is torn.
class CommentTests {

    private static final String MARK = "///";

    private static final Pattern QUESTION =
            Pattern.compile("/// (What|How|That|Who|Whom|Whose|Which|Whether|Why|Where|When)\\b.*");

    private static final Pattern VERB = Pattern.compile(
            "(?m)^/// (Adds|Asks|Checks|Compares|Computes|Configures|Converts|Creates|Draws|Finds|Gives|Holds|Keeps|Lists"
                    + "|Looks|Makes|Pairs|Prepares|Puts|Reads|Removes|Returns|Runs|Sends|Sets|Sums|Takes|Tells|Writes)"
                    + " (?!of ).*");

    /// A word or two alone between two lines of text: the formatter breaks a long line and does not join the rest.
    private static final Pattern TORN = Pattern.compile("/// .{60,}[^.:;]\\n */// \\S+( \\S+)?\\n */// [a-z(`].*");

    @Test
    void paragraphsOfCommentsBeginWithoutARiddle() throws IOException {
        List<String> riddles = new ArrayList<>();
        for (Path source : sources("src/main/java")) {
            firstLines(source)
                    .filter(line -> QUESTION.matcher(line).matches())
                    .forEach(line -> riddles.add(source.getFileName() + ": " + line));
        }
        assertThat(riddles)
                .as("say what a type is with a noun, and what a method does with a verb")
                .isEmpty();
    }

    /// A verb of methods at the begin of a type's comment says what the type does and not what it is.
    @Test
    void commentsOfTypesBeginWithANoun() throws IOException {
        assertThat(found(VERB, sources("src/main/java")))
                .as("say what a type is with a noun")
                .isEmpty();
    }

    @Test
    void linesOfCommentsAreWhole() throws IOException {
        assertThat(found(TORN, sources("src")))
                .as("join what the formatter tore apart")
                .isEmpty();
    }

    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> found(Pattern pattern, List<Path> sources) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path source : sources) {
            pattern.matcher(Files.readString(source)).results().forEach(found -> all.add(found.group()));
        }
        return all;
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
