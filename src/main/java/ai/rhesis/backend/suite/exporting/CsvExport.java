package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.suite.fileformat.CsvLines;
import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/// The export as CSV: a line for each test behind a line of headers.
final class CsvExport implements Export {

    private final CsvLines lines;
    private final Cells cells;

    CsvExport(OutputStream out, JsonMapper json) {
        lines = new CsvLines(out);
        cells = new Cells(json);
    }

    @Override
    public void begin(TestSetView set) {
        lines.write(Cells.headers());
    }

    @Override
    public void write(TestCaseView test) {
        lines.write(cells.of(new ExportedTestCase(test)));
    }

    @Override
    public void flush() {
        lines.flush();
    }

    @Override
    public void end() {
        lines.end();
    }
}
