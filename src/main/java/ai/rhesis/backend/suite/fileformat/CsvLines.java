package ai.rhesis.backend.suite.fileformat;

import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/// A table that is being written: UTF-8 without a mark, commas, every cell in quotes, lines that end as RFC 4180 has
/// them.
public final class CsvLines {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvWriteFeature.ALWAYS_QUOTE_STRINGS)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private static final CsvSchema SCHEMA = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private final JsonGenerator lines;

    public CsvLines(OutputStream out) {
        lines = CSV.writer().with(SCHEMA).createGenerator(out);
    }

    public void write(List<String> cells) {
        lines.writeStartArray();
        cells.forEach(lines::writeString);
        lines.writeEndArray();
    }

    public void flush() {
        lines.flush();
    }

    /// Writes what is left and leaves the stream open.
    public void end() {
        lines.close();
    }
}
