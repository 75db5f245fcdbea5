package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.query.Field.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Keeps the tables in docs/fields.md what the code declares; `-Ddocs.write=true` rewrites them.
class FieldTablesTests {

    private static final Path PAGE = Path.of("docs/fields.md");
    private static final String BEGIN = "<!-- begin of the tables that FieldTablesTests writes -->\n";
    private static final String END = "<!-- end of the tables that FieldTablesTests writes -->\n";

    @Test
    void pageSaysWhatIsDeclared() throws IOException {
        String page = Files.readString(PAGE);
        String current =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + tables() + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, current);
        }
        assertThat(Files.readString(PAGE)).as("run with -Ddocs.write=true").isEqualTo(current);
    }

    private static String tables() {
        StringBuilder text = new StringBuilder();
        for (Fields fields : Declarations.all()) {
            text.append("\n## `/").append(fields.resource()).append("`\n\n");
            text.append("| field | type | filter | sort |\n| --- | --- | --- | --- |\n");
            fields.all()
                    .forEach(field -> text.append("| `%s` | %s | %s | %s%s |\n"
                            .formatted(
                                    field.name(),
                                    field.type().name().toLowerCase(),
                                    speed(field, Use.FILTER),
                                    speed(field, Use.SORT),
                                    field.isLong()
                                            ? ", by its first %d characters".formatted(Field.SORTED_LENGTH)
                                            : "")));
            fields.links().forEach(link -> addLink(text, "%s", link));
        }
        return text.append('\n').toString();
    }

    private static void addLink(StringBuilder text, String around, Link link) {
        String form = around.formatted(link.name() + (link instanceof Link.Many ? "/any(x: x/%s …)" : "/%s"));
        link.fields()
                .all()
                .forEach(field -> text.append("| `%s` | %s | %s | – |\n"
                        .formatted(
                                form.formatted(field.name()),
                                field.type().name().toLowerCase(),
                                speed(field, Use.FILTER))));
        link.fields().links().forEach(next -> addLink(text, form, next));
    }

    private static String speed(Field field, Use use) {
        return field.indexes().contains(use) ? "by index" : "reads the list";
    }
}
