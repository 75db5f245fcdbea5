package ai.rhesis.backend.suite.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Bystanders;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// Files that are large or mean harm, while health and another organization are asked.
@IntegrationTest
class HostileImportApiTests {

    private static final int AT_ONCE = 3;
    private static final int MEGABYTE = 1024 * 1024;
    private static final int ROWS = 10_000;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @Autowired
    Organizations organizations;

    Bystanders bystanders;
    Api greedy;

    @BeforeEach
    void twoOrganizations() {
        bystanders = new Bystanders(organizations);
        greedy = organizations.create();
    }

    @AfterEach
    void stop() {
        bystanders.close();
    }

    @TestFactory
    Stream<DynamicTest> noFileKeepsAnybodyElseWaiting() {
        return Stream.of(
                        file("one text in 230,000 cells.xlsx", oneTextInManyCells()),
                        file("a part that unpacks to a gigabyte.xlsx", unpackingToAGigabyte()),
                        file("no workbook at all.xlsx", text("PK\u0003\u0004" + "x".repeat(5 * MEGABYTE))),
                        file("aliases of aliases.yaml", text(aliasesOfAliases())),
                        file("brackets.yaml", text("tests: " + "[".repeat(100_000))),
                        file("braces.yaml", text("a: {".repeat(50_000))),
                        file("brackets.json", text("[".repeat(5 * MEGABYTE))),
                        file("a million numbers.json", text("[" + "1,".repeat(1_000_000) + "1]")),
                        file("one long text.json", text("[{\"prompt\": \"" + "x".repeat(9 * MEGABYTE) + "\"}]")),
                        file("one long line.jsonl", text("{\"prompt\": \"" + "x".repeat(9 * MEGABYTE) + "\"}")),
                        file("lines of nothing.jsonl", text("\n".repeat(9 * MEGABYTE))),
                        file(
                                "a hundred thousand columns.csv",
                                text("c,".repeat(100_000) + "\n" + "1,".repeat(100_000))),
                        file("an open quote.csv", text("prompt\n\"" + "x\n".repeat(4 * MEGABYTE))),
                        file("separators.csv", text(",;\t|".repeat(2 * MEGABYTE))))
                .map(file -> DynamicTest.dynamicTest(file.name(), () -> {
                    List<Answer> answers = bystanders.whileServed(AT_ONCE, () -> analyze(file));
                    assertThat(answers)
                            .allSatisfy(answer -> assertThat(answer.status())
                                    .as("%s", answer.json())
                                    .isIn(200, 413, 422, 503));
                }));
    }

    @Test
    void aLargeFileIsReadWhileOthersAreServed() throws Exception {
        StringBuilder rows = new StringBuilder("prompt,expected_response,category\n");
        for (int row = 0; row < ROWS; row++) {
            rows.append("What is ")
                    .append(row)
                    .append("?,")
                    .append("It is a number. ".repeat(55))
                    .append(",Numbers\n");
        }
        long begin = System.nanoTime();
        List<Answer> parsed = bystanders.whileServed(1, () -> {
            Answer analysis = analyze(file("large.csv", text(rows.toString())));
            return greedy.post(
                    "/import/" + analysis.text("import_id") + "/parse",
                    Map.of("mapping", analysis.at("suggested_mapping")));
        });
        assertThat(parsed.getFirst().at("validation_summary.valid_rows").asInt())
                .isEqualTo(ROWS);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TIMEOUT);
    }

    private Answer analyze(Uploaded file) {
        return greedy.upload("/import/analyze", "file", Map.of(file.name(), file.content()));
    }

    private static Uploaded file(String name, byte[] content) {
        return new Uploaded(name, content);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] oneTextInManyCells() {
        String text = "x".repeat(30_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "tests", "1.0")) {
            Worksheet sheet = book.newWorksheet("S");
            for (int cell = 0; cell < 230_000; cell++) {
                sheet.value(cell / 25, cell % 25, text);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpackingToAGigabyte() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] megabyte = new byte[MEGABYTE];
            for (int written = 0; written < 1024; written++) {
                zip.write(megabyte);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    private static String aliasesOfAliases() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 12; level++) {
            String below = "*a" + (level - 1);
            yaml.append("a%d: &a%d [%s]\n".formatted(level, level, (below + ", ").repeat(9) + below));
        }
        return yaml + "tests: *a11\n";
    }

    private record Uploaded(String name, byte[] content) {}
}
