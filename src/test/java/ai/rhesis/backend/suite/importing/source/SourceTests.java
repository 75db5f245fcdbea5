package ai.rhesis.backend.suite.importing.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that mean harm are refused with a reason, and cost neither memory nor time before that.
class SourceTests {

    private static final String KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    @Test
    void moreRowsThanTheLimitAreRefused() {
        String rows = "x\n".repeat(Limits.MAX_ROWS);
        assertThat(read("a.csv", "prompt\n" + rows).rows()).hasSize(Limits.MAX_ROWS);
        assertRefused("a.csv", "prompt\n" + rows + "x\n", "10,000 rows");
        assertRefused("a.jsonl", "{\"a\":1}\n".repeat(Limits.MAX_ROWS + 1), "10,000 rows");
        assertRefused("a.json", "[" + "{},".repeat(Limits.MAX_ROWS) + "{}]", "10,000 rows");
        assertRefused("a.yaml", "- a: 1\n".repeat(Limits.MAX_ROWS + 1), "10,000 rows");
        assertRefused("a.xlsx", sheet("<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>".repeat(10_002)), "rows");
    }

    @Test
    void widerTablesThanTheLimitAreRefused() {
        assertRefused("a.csv", "a" + ",".repeat(5_000_000) + "\n", "200 columns");
        assertRefused("a.xlsx", sheet("<row><c r=\"XFD1\"><v>1</v></c></row>"), "beyond column");
        assertRefused("a.xlsx", sheet("<row><c r=\"ZZZZZZZZZZZZ1\"><v>1</v></c></row>"), "beyond column");
        assertRefused("a.xlsx", sheet("<row><c r=\"A99999999\"><v>1</v></c></row>"), "beyond column");
        assertRefused("a.xlsx", sheet("<row r=\"99999999999\"/>"), "no sheet can have");
        assertRefused("a.xlsx", sheet("<row r=\"-1\"/>"), "no sheet can have");
        assertThat(read("a.xlsx", sheet("<row r=\"1\"><c><v>1</v></c></row><row r=\"1048576\"><c><v>2</v></c></row>"))
                        .rows()
                        .getFirst()
                        .number())
                .isEqualTo(1_048_576);
    }

    @Test
    void namesOfColumnsAreDistinct() {
        Source twice = read("a.csv", "a,b,a,a,a_2\n1,2,3,4,5\n");
        assertThat(twice.rows().getFirst().values().toString())
                .isEqualTo("{\"a\":\"1\",\"b\":\"2\",\"a_3\":\"3\",\"a_4\":\"4\",\"a_2\":\"5\"}");
        assertThat(twice.notices()).hasSize(2).first().asString().contains("a", "twice", "a_3");
        assertRefused("a.csv", "x".repeat(256) + "\n1\n", "column 1");
        assertThat(read("a.csv", "a,,\n1,2,3\n").rows().getFirst().values().propertyNames())
                .containsExactly("a", "column_2", "column_3");
    }

    @Test
    void whatIsNotTextIsRefusedWithItsPlace() {
        assertRefused("a.csv", new byte[] {'a', '\n', (byte) 0x81, '\n'}, "byte 2");
        assertRefused("a.csv", new byte[] {'a', '\n', (byte) 0xC3, (byte) 0xBC, (byte) 0xFC, '\n'}, "byte 4");
        assertRefused("a.csv", new byte[] {1, 2, (byte) 0xFF, 3, '\n'}, "byte 2");
        assertRefused("a.csv", "\"a\n1\n", "column names");
        assertRefused("a.csv", "", "empty");
        assertRefused("a.csv", "only,a,header\n", "no rows");
        assertRefused("a.json", "[{\"a\": }]", "line 1, column 8");
        assertRefused("a.json", "[{}] {}", "JSON");
        assertRefused("a.json", "{\"tests\": \"file://x\"}", "another file");
        assertRefused("a.json", "[]", "no rows");
        assertRefused("a.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "Excel 97");
        assertRefused("a.xlsx", "not,a,workbook\n1,2,3\n", "XLSX");
        assertRefused("a.pdf", "%PDF-1.7\nx\n", "can be read");
    }

    @Test
    void aBadLineOfManyIsOneBadRow() {
        List<SourceRow> rows = read("a.jsonl", "{\"a\":1}\n\nnonsense\n[1]\n").rows();
        assertThat(rows).extracting(SourceRow::number).containsExactly(1, 3, 4);
        assertThat(rows.get(1).faults()).containsExactly("is not valid JSON");
        assertThat(rows.get(2).faults()).containsExactly("must be an object");
    }

    @Test
    void deepAndEndlessTreesAreRefused() {
        assertRefused("a.json", "[{\"a\":" + "[".repeat(60) + "]".repeat(60) + "}]", "50 levels");
        assertRefused("a.json", "[{\"a\":[" + "{},".repeat(600_000) + "1]}]", "1,000,000");
        assertRefused("a.yaml", "- a: " + "[".repeat(60) + "]".repeat(60), "plain values");
        assertRefused("a.yaml", "- a: [" + "1,".repeat(1_000_000) + "1]", "1,000,000");
    }

    @Test
    void aliasesOfYamlAreCountedAsCopies() {
        StringBuilder laughs = new StringBuilder("a: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level <= 7; level++) {
            String alias = "*a" + (level - 1);
            laughs.append("b%d: &a%d [%s]\n".formatted(level, level, (alias + ",").repeat(7)));
        }
        assertRefused("a.yaml", laughs + "tests: [{vars: {q: *a7}}]\n", "1,000,000");
        assertThat(read("a.yaml", "a: &a [1]\ntests: [" + "{v: *a},".repeat(60) + "]\n")
                        .rows())
                .hasSize(60)
                .allMatch(row -> row.values().toString().equals("{\"v\":[1]}"));
        String text = "x".repeat(900_000);
        assertRefused("a.yaml", "a: &a " + text + "\ntests: [" + "{v: *a},".repeat(60) + "]\n", "20,000,000");
        assertRefused("a.yaml", "- &a {b: *a}\n", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL ['http://127.0.0.1/']]]]",
                "- {a: !!java.io.File [/etc/passwd]}",
                "- {a: !custom x}",
                "- {a: 1, a: 2}",
                "- a: b: c",
                "--- [{a: 1}]\n--- [{b: 1}]"
            })
    void yamlMakesNothingButPlainValues(String text) {
        assertRefused("a.yaml", text, "plain values");
    }

    @Test
    void scalarsOfYamlStayWhatAPersonWrote() {
        SourceRow row = read("a.yaml", "- {a: yes, b: 012, c: 2026-01-01, d: 1_000, e: 1.5, f: true, g: ~, h: 0x1F}\n")
                .rows()
                .getFirst();
        assertThat(row.values().toString())
                .isEqualTo("{\"a\":\"yes\",\"b\":\"012\",\"c\":\"2026-01-01\",\"d\":\"1_000\",\"e\":1.5,\"f\":true,"
                        + "\"g\":null,\"h\":\"0x1F\"}");
    }

    @Test
    void entitiesOfXmlAreRefused() {
        String declared = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        assertRefused("a.xlsx", zip(parts(declared + worksheet("<row><c><v>&e;</v></c></row>"))), "document type");
        String laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        assertRefused("a.xlsx", zip(parts(laughs + worksheet("<row><c><v>&b;</v></c></row>"))), "document type");
        assertRefused("a.xlsx", sheet("<row><c><v>1</c></row>"), "well-formed");
    }

    @Test
    void archivesThatUnpackToTooMuchAreRefused() {
        String blanks = " ".repeat(1 << 20);
        StringBuilder bomb = new StringBuilder();
        for (int megabyte = 0; megabyte < 20; megabyte++) {
            bomb.append(blanks);
        }
        byte[] packed = sheet("<row><c><v>1</v></c></row>" + bomb);
        assertThat(packed.length).isLessThan(100_000);
        assertRefused("a.xlsx", packed, "unpacks");
        Map<String, String> parts = parts(worksheet("<row><c><v>a</v></c></row><row><c><v>1</v></c></row>"));
        parts.put("xl/media/never-read.bin", bomb.toString());
        assertThat(read("a.xlsx", zip(parts)).rows()).hasSize(1);
    }

    @Test
    void oneTextInManyCellsIsBoundedByWhatItComesTo() {
        String cells = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(23) + "</row>";
        Map<String, String> parts = parts(worksheet("<row><c t=\"str\"><v>a</v></c></row>" + cells.repeat(9_000)));
        parts.put("xl/sharedStrings.xml", "<sst><si><t>" + "x".repeat(30_000) + "</t></si></sst>");
        assertRefused("a.xlsx", zip(parts), "20,000,000 characters");
    }

    @Test
    void numbersAndFormulasWithoutEndAreRefused() {
        assertRefused("a.xlsx", sheet("<row><c><v>" + "9".repeat(1_000_000) + "</v></c></row>"), "100 digits");
        String formula = "A1+".repeat(2_000) + "A1";
        String shared = "<row><c><f t=\"shared\" si=\"0\" ref=\"A1:A9\">" + formula + "</f><v>1</v></c></row>"
                + "<row><c><f t=\"shared\" si=\"0\"/><v>1</v></c></row>".repeat(100);
        assertRefused("a.xlsx", sheet(shared), "formulas over several cells");
        String arrays = "<row><c><f t=\"array\" ref=\"A1:A2\">A1</f><v>1</v></c></row>".repeat(50_000);
        assertRefused("a.xlsx", sheet(arrays), "formulas over several cells");
        assertRefused("a.xlsx", sheet("<row><c><f>" + "A1+".repeat(3_000) + "</f></c></row>"), "8,192");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t=\"s\"><v>many</v></c></row>",
                "<row><c t=\"unheard of\"><v>1</v></c></row>",
                "<row><c s=\"many\"><v>1</v></c></row>",
                "<row><c><f t=\"shared\" si=\"9\"/></c></row>",
                "<row><c><f t=\"array\" ref=\"nowhere\">1</f></c></row>"
            })
    void nonsenseInASheetIsRefusedInPlainWords(String rows) {
        assertRefused("a.xlsx", sheet("<row><c t=\"str\"><v>a</v></c></row>" + rows), "damaged XLSX");
    }

    @Test
    void giganticValuesAreRefused() {
        String gigantic = "x".repeat(1_000_001);
        assertRefused("a.csv", "a,b\n1," + gigantic + "\n", "1,000,000 characters");
        assertRefused("a.json", "[{\"a\": \"" + gigantic + "\"}]", "1,000,000 characters");
        assertRefused("a.jsonl", "{\"a\": \"" + gigantic + "\"}\n{}", "1,000,000 characters");
        assertRefused("a.yaml", "- a: " + gigantic + "\n", "1,000,000 characters");
        assertRefused(
                "a.json",
                "{\"defaultTest\": {\"x\": \"" + "x".repeat(900_000) + "\"}, \"tests\": [" + "{},".repeat(99) + "{}]}",
                "20,000,000 characters");
    }

    @Test
    void numbersStayExactOrMakeABadRow() {
        for (String file : List.of("a.json", "a.yaml")) {
            List<SourceRow> rows = read(file, """
                    [{"n": 0.1234567890123456789}, {"n": 123456789012345678901234567890}, {"n": 1e400}, {"n": 1e999999999},
                     {"n": 1.50}]""").rows();
            assertThat(rows.get(0).values().toString()).isEqualTo("{\"n\":0.1234567890123456789}");
            assertThat(rows.get(1).values().toString()).isEqualTo("{\"n\":123456789012345678901234567890}");
            assertThat(rows.get(2).faults())
                    .containsExactly("holds a number that is too large or too small to be stored");
            assertThat(rows.get(3).faults()).hasSize(1);
            assertThat(rows.get(4).values().toString()).isEqualTo("{\"n\":1.50}");
        }
        assertRefused("a.json", "[{\"n\": " + "9".repeat(1_001) + "}]", "1,000 digits");
        assertThat(read("a.yaml", "- n: " + "9".repeat(1_001) + "\n")
                        .rows()
                        .getFirst()
                        .values()
                        .path("n")
                        .isString())
                .isTrue();
        assertRefused("a.yaml", "- n: !!int " + "9".repeat(1_001) + "\n", "1,000 digits");
        assertRefused("a.yaml", "- n: !!float 1:30\n", "numbers");
    }

    @Test
    void mergeKeysOfYamlFillUp() {
        SourceRow row = read("a.yaml", """
                base: &base {a: 1, b: 2}
                more: &more {b: 3, c: 4}
                tests:
                  - <<: [*base, *more]
                    a: own
                """).rows().getFirst();
        assertThat(row.values().path("a").asString()).isEqualTo("own");
        assertThat(row.values().path("b").asInt()).isEqualTo(2);
        assertThat(row.values().path("c").asInt()).isEqualTo(4);
        assertRefused("a.yaml", "- {<<: 7}\n", "merged");
        assertRefused("a.yaml", "- ? [a]\n  : 1\n", "key");
    }

    @Test
    void archivesOfTooManyOrOtherPartsAreRefused() {
        Map<String, String> many = parts(worksheet(""));
        for (int part = 0; part < 1_001; part++) {
            many.put("p" + part, "");
        }
        assertRefused("a.xlsx", zip(many), "entries");
        assertRefused("a.xlsx", zip(Map.of("word/document.xml", "<x/>")), "not a workbook");
        assertRefused("a.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}, "damaged");
    }

    @Test
    void cellsOfAnyKindAreRead() {
        Map<String, String> parts = parts(worksheet("""
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>n</t></is></c>
                    <c r="C1" t="str"><v>day</v></c><c r="D1" t="str"><v>time</v></c><c r="E1" t="str"><v>is</v></c></row>
                <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><f>1+2</f><v>3.0</v></c>
                    <c r="C3" s="1"><v>45658</v></c><c r="D3" s="2"><v>45658.5</v></c><c r="E3" t="b"><v>1</v></c></row>
                """));
        parts.put("xl/sharedStrings.xml", """
                <sst><si><t>prompt</t></si><si><r><t>a_x0009_</t></r><r><t xml:space="preserve"> b</t></r>
                <rPh><t>spoken</t></rPh></si></sst>""");
        parts.put("xl/styles.xml", """
                <s><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;x&quot;mm hh"/></numFmts><cellStyleXfs><xf numFmtId="14"/>
                </cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></s>""");
        SourceRow row = read("a.xlsx", zip(parts)).rows().getFirst();
        assertThat(row.number()).isEqualTo(3);
        assertThat(row.values().toString())
                .isEqualTo("{\"prompt\":\"a\\t b\",\"n\":\"3\",\"day\":\"2025-01-01\",\"time\":\"2025-01-01T12:00\","
                        + "\"is\":\"true\"}");
        assertThat(read("a.xlsx", zip(parts)).notices()).isEmpty();
    }

    private static void assertRefused(String name, String text, String reason) {
        assertRefused(name, text.getBytes(UTF_8), reason);
    }

    private static void assertRefused(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> read(name, content))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("422")
                .hasMessageContaining("body, file")
                .hasMessageContaining(reason);
    }

    private static Source read(String name, String text) {
        return read(name, text.getBytes(UTF_8));
    }

    private static Source read(String name, byte[] content) {
        return Source.read(name, content, Expectation.NONE);
    }

    private static byte[] sheet(String rows) {
        return zip(parts(worksheet(rows)));
    }

    private static String worksheet(String rows) {
        return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static Map<String, String> parts(String worksheet) {
        String relation = "<Relationship Id=\"%s\" Type=\"" + TYPES + "%s\" Target=\"%s\"/>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types><Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="%1$sstyles+xml"/></Types>""".formatted(KINDS));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"" + TYPES.substring(0, TYPES.length() - 1)
                        + "\"><sheets><sheet name=\"S\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                        + relation.formatted("r2", "sharedStrings", "/xl/sharedStrings.xml")
                        + relation.formatted("r3", "styles", "styles.xml")));
        parts.put("xl/worksheets/sheet1.xml", worksheet);
        return parts;
    }

    private static String relations(String relations) {
        return "<Relationships>" + relations + "</Relationships>";
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }
}
