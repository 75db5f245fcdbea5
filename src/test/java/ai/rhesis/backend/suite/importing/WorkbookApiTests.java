package ai.rhesis.backend.suite.importing;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Workbooks with several sheets, and those that mean harm.
@IntegrationTest
class WorkbookApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void aCoverIsPassedOver() {
        assertTests(
                workbook(book -> {
                    fill(book.newWorksheet("Cover"), List.of("Our test plan"));
                    fill(book.newWorksheet("Tests"), List.of("question", "answer"), List.of("q", "e"));
                }),
                "Cover: not read");
    }

    @Test
    void aCoverOfSeveralLinesIsPassedOver() {
        assertTests(
                workbook(book -> {
                    fill(
                            book.newWorksheet("Cover"),
                            List.of("Field", "Value"),
                            List.of("Author", "Ada"),
                            List.of("Version", "2"));
                    fill(book.newWorksheet("Tests"), List.of("question", "answer"), List.of("q", "e"));
                }),
                "Cover: not read");
    }

    @Test
    void aTitleAboveTheNamesOfColumnsIsNotRead() {
        assertTests(
                workbook(book -> {
                    fill(book.newWorksheet("Notes"), List.of("Our test plan"), List.of("Ada"));
                    fill(
                            book.newWorksheet("Tests"),
                            List.of("Regression, spring"),
                            List.of(),
                            List.of("question", "answer"),
                            List.of("q", "e"));
                }),
                "above the names of the columns, not read: Regression, spring");
    }

    @Test
    void anEmptyFirstSheetIsPassedOver() {
        assertTests(
                workbook(book -> {
                    book.newWorksheet("Empty");
                    fill(book.newWorksheet("Tests"), List.of(), List.of("question", "answer"), List.of("q", "e"));
                }),
                "Empty: not read");
    }

    @Test
    void aHiddenFirstSheetIsPassedOver() {
        for (VisibilityState state : List.of(VisibilityState.HIDDEN, VisibilityState.VERY_HIDDEN)) {
            api = organizations.create();
            assertTests(
                    workbook(book -> {
                        Worksheet hidden = book.newWorksheet("Lists");
                        fill(hidden, List.of("question", "answer"), List.of("old", "old"));
                        hidden.setVisibilityState(state);
                        fill(book.newWorksheet("Tests"), List.of("question", "answer"), List.of("q", "e"));
                    }),
                    "Lists (hidden): not read");
        }
    }

    @Test
    void theOnlySheetWithRowsIsReadThoughItIsHidden() {
        assertTests(
                workbook(book -> {
                    book.newWorksheet("Empty");
                    Worksheet hidden = book.newWorksheet("Tests");
                    fill(hidden, List.of("question", "answer"), List.of("q", "e"));
                    hidden.setVisibilityState(VisibilityState.HIDDEN);
                }),
                "Empty: not read");
    }

    @Test
    void aSheetCanBeChosen() {
        Answer analysis = analyze(workbook(book -> {
            fill(book.newWorksheet("First"), List.of("question", "answer"), List.of("q", "e"));
            fill(book.newWorksheet("Second"), List.of("prompt", "topic"), List.of("r", "t"));
        }));
        assertThat(analysis.text("file_info.sheet")).isEqualTo("First");
        assertThat(analysis.at("file_info.sheets").toString()).isEqualTo("[\"First\",\"Second\"]");
        Answer parsed = parse(analysis, Map.of("sheet", "second"));
        assertThat(parsed.text("preview.rows.0.data.prompt.content")).isEqualTo("r");
        assertThat(parsed.at("notices").toString()).contains("First: not read");
        assertThat(parse(analysis, Map.of("sheet", "Third")).badFields()).containsExactly("body.sheet");
        Answer csv = api.upload("/import/analyze", "file", Map.of("t.csv", "prompt\nx\n".getBytes()));
        assertThat(parse(csv, Map.of("sheet", "First")).badFields()).containsExactly("body.sheet");
    }

    @Test
    void oneTextInManyCellsIsAnsweredWithinSeconds() {
        String text = "x".repeat(30_000);
        byte[] bomb = workbook(book -> {
            Worksheet sheet = book.newWorksheet("S");
            for (int row = 0; row < 9_200; row++) {
                for (int column = 0; column < 25; column++) {
                    sheet.value(row, column, text);
                }
            }
        });
        assertThat(bomb.length).isLessThan(5 << 20);
        Instant begin = Instant.now();
        Answer refused = analyze(bomb);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail.0.msg")).contains("characters");
        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    private void assertTests(byte[] content, String notice) {
        Answer analysis = analyze(content);
        assertThat(analysis.at("headers").toString()).isEqualTo("[\"question\",\"answer\"]");
        assertThat(analysis.at("notices").toString()).contains(notice);
        Answer parsed = parse(analysis, Map.of("mapping", analysis.at("suggested_mapping")));
        assertThat(parsed.at("validation_summary.valid_rows").asInt()).isEqualTo(1);
        assertThat(parsed.text("preview.rows.0.data.prompt.content")).isEqualTo("q");
        assertThat(parsed.text("preview.rows.0.data.prompt.expected_response")).isEqualTo("e");
    }

    private Answer analyze(byte[] content) {
        return api.upload("/import/analyze", "file", Map.of("t.xlsx", content));
    }

    private Answer parse(Answer analysis, Map<String, ?> body) {
        return api.post("/import/" + analysis.text("import_id") + "/parse", body);
    }

    @SafeVarargs
    private static void fill(Worksheet sheet, List<String>... rows) {
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                sheet.value(row, column, rows[row].get(column));
            }
        }
    }

    private static byte[] workbook(Consumer<Workbook> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "tests", "1.0")) {
            content.accept(book);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
