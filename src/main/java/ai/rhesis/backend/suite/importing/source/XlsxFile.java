package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/// Rows of one sheet of a workbook. The saved results of formulas count; none is calculated.
final class XlsxFile {

    private XlsxFile() {}

    static Source read(byte[] content, SheetChoice choice) {
        try {
            ReadingOptions options = new ReadingOptions(WorkbookCheck.hasStyles(content), true);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content), options)) {
                return read(workbook, choice);
            }
        } catch (ProblemException | CancellationException known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            // the reader throws what comes to hand: numbers that are none, missing parts, places out of bounds
            throw Limits.refused("is a damaged XLSX; open it in a spreadsheet program and save it anew");
        }
    }

    private static Source read(ReadableWorkbook workbook, SheetChoice choice) throws IOException {
        List<Sheet> sheets = workbook.getSheets().toList();
        if (sheets.isEmpty()) {
            throw Limits.refused("is a workbook without a sheet");
        }
        Sheet chosen = choice.name() == null ? likeliest(sheets, choice) : named(sheets, choice);
        Table table = SheetRows.read(chosen);
        Stream<String> others = sheets.stream()
                .filter(sheet -> sheet != chosen)
                .map(sheet -> "sheet %s%s: not read, only %s is; choose another with `sheet`"
                        .formatted(sheet.getName(), isVisible(sheet) ? "" : " (hidden)", chosen.getName()));
        return new Source(
                FileFormat.XLSX,
                table.rows(),
                Stream.concat(others, table.notices().stream()).toList(),
                new SheetNames(chosen.getName(), names(sheets)));
    }

    private static Sheet named(List<Sheet> sheets, SheetChoice choice) {
        return sheets.stream()
                .filter(sheet -> sheet.getName().equalsIgnoreCase(choice.name()))
                .findFirst()
                .orElseThrow(() -> choice.unknown(names(sheets)));
    }

    private static Sheet likeliest(List<Sheet> sheets, SheetChoice choice) throws IOException {
        Sheet withRows = null;
        for (Sheet sheet : byVisibility(sheets)) {
            List<String> headers = SheetRows.headers(sheet);
            if (!headers.isEmpty() && isVisible(sheet) && choice.isOfTests().test(headers)) {
                return sheet;
            }
            withRows = withRows == null && !headers.isEmpty() ? sheet : withRows;
        }
        return withRows == null ? sheets.getFirst() : withRows;
    }

    private static List<Sheet> byVisibility(List<Sheet> sheets) {
        Stream<Sheet> visible = sheets.stream().filter(XlsxFile::isVisible);
        return Stream.concat(visible, sheets.stream().filter(sheet -> !isVisible(sheet)))
                .toList();
    }

    private static boolean isVisible(Sheet sheet) {
        return sheet.getVisibility() == SheetVisibility.VISIBLE;
    }

    private static List<String> names(List<Sheet> sheets) {
        return sheets.stream().map(Sheet::getName).toList();
    }
}
