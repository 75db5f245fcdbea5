package ai.rhesis.backend.exporting;

import ai.rhesis.backend.testcase.TestCaseView;
import ai.rhesis.backend.testset.TestSetView;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/// UTF-8 without a mark, commas, every cell in quotes, lines that end as RFC 4180 has them.
final class CsvExport implements Export {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private final JsonGenerator lines;
    private final Cells cells;

    CsvExport(OutputStream out, JsonMapper json) {
        lines = CSV.writer().with(SCHEMA).createGenerator(out);
        cells = new Cells(json);
    }

    @Override
    public void begin(TestSetView set) {
        write(Cells.headers());
    }

    @Override
    public void write(TestCaseView test) {
        write(cells.of(new ExportedTest(test)));
    }

    private void write(List<String> line) {
        lines.writeStartArray();
        line.forEach(lines::writeString);
        lines.writeEndArray();
    }

    @Override
    public void flush() {
        lines.flush();
    }

    @Override
    public void end() {
        lines.close();
    }
}
