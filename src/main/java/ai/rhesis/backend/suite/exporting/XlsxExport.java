package ai.rhesis.backend.suite.exporting;

import ai.rhesis.backend.suite.fileformat.Column;
import ai.rhesis.backend.suite.fileformat.SheetText;
import ai.rhesis.backend.suite.testcase.TestCaseView;
import ai.rhesis.backend.suite.testset.TestSetView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tools.jackson.databind.json.JsonMapper;

/// The export as a workbook: one sheet of texts, no formulas. Texts stand in their cells and not in a table of the
/// workbook, which would have to be kept to the end.
final class XlsxExport implements Export {

    private static final List<Column> COLUMNS = List.of(Column.values());

    private final Workbook workbook;
    private final Worksheet sheet;
    private final Cells cells;
    private int row;

    XlsxExport(OutputStream out, JsonMapper json) {
        workbook = new Workbook(out, "Rhesis", null);
        sheet = workbook.newWorksheet("Tests");
        cells = new Cells(json);
    }

    @Override
    public void begin(TestSetView set) {
        COLUMNS.forEach(column -> sheet.inlineString(row, column.ordinal(), column.header()));
        sheet.inlineString(row, COLUMNS.size(), SheetText.CONTINUED);
        sheet.freezePane(0, 1);
        row++;
    }

    @Override
    public void write(TestCaseView test) {
        List<String> line = cells.of(new ExportedTestCase(test));
        int behind = COLUMNS.size();
        for (Column column : COLUMNS) {
            List<String> pieces = SheetText.pieces(line.get(column.ordinal()));
            put(column.ordinal(), pieces.getFirst());
            for (String piece : pieces.subList(1, pieces.size())) {
                put(behind++, column.header() + ":" + piece);
            }
        }
        row++;
    }

    private void put(int column, String text) {
        if (!text.isEmpty()) {
            sheet.inlineString(row, column, SheetText.escape(text));
        }
    }

    @Override
    public void flush() throws IOException {
        sheet.flush();
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
