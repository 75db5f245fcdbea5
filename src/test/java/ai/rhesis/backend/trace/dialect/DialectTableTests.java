package ai.rhesis.backend.trace.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Keeps the table in docs/traces.md what the mappings read; `-Ddocs.write=true` rewrites it.
class DialectTableTests {

    private static final Path PAGE = Path.of("docs/traces.md");
    private static final String BEGIN = "<!-- begin of the table that DialectTableTests writes -->\n";
    private static final String END = "<!-- end of the table that DialectTableTests writes -->\n";
    private static final int MAX_CELL = 60;

    @Test
    void pageShowsEachSpanAsItIsRead() throws IOException {
        String page = Files.readString(PAGE);
        String current =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + table() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, current);
        }
        assertThat(Files.readString(PAGE)).as("run with -Ddocs.write=true").isEqualTo(current);
    }

    private static String table() {
        StringBuilder text =
                new StringBuilder("\n| span | dialect | operation | model | input | output | tokens | tools |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Corpus.Case one : Corpus.cases()) {
            Reading read = Dialects.read(one.span());
            text.append("| `%s`: %s | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            one,
                            one.says(),
                            cell(read.dialect()),
                            cell(read.operation()),
                            cell(read.model()),
                            cell(read.input()),
                            cell(read.output()),
                            tokens(read),
                            tools(read)));
        }
        return text.append('\n').toString();
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : "`" + value + "`";
    }

    private static String cell(@Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        String line = text.replace('\n', ' ').replace("|", "\\|").replace('`', '\'');
        return cell(line.length() <= MAX_CELL ? line : line.substring(0, MAX_CELL - 1) + "…");
    }

    private static String tokens(Reading read) {
        return read.totalTokens() == null
                ? ""
                : "%s + %s = %s".formatted(orNone(read.inputTokens()), orNone(read.outputTokens()), read.totalTokens());
    }

    private static String orNone(@Nullable Long count) {
        return count == null ? "–" : count.toString();
    }

    private static String tools(Reading read) {
        return read.toolCalls().stream()
                .map(call -> call.name()
                        + (call.arguments() == null ? "" : "(" + call.arguments() + ")")
                        + (call.result() == null ? "" : " → " + call.result()))
                .map(call -> cell(call.length() <= MAX_CELL ? call : call.substring(0, MAX_CELL - 1) + "…"))
                .collect(Collectors.joining(", "));
    }
}
