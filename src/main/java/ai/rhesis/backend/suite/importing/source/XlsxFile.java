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

    static Source read(byte[] content, Expectation expected) {
        try {
            ReadingOptions options = new ReadingOptions(WorkbookCheck.hasStyles(content), true);
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content), options)) {
                return read(workbook, expected);
            }
        } catch (ProblemException | CancellationException known) {
            throw known;
        } catch (IOException | RuntimeException damaged) {
            // the reader throws what comes to hand: numbers that are none, missing parts, places out of bounds
            throw Limits.refused("is a damaged XLSX; open it in a spreadsheet program and save it anew");
        }
    }

    private static Source read(ReadableWorkbook workbook, Expectation expected) throws IOException {
        List<Sheet> sheets = workbook.getSheets().toList();
        if (sheets.isEmpty()) {
            throw Limits.refused("is a workbook without a sheet");
        }
        Sheet chosen = expected.sheet() == null ? likeliest(sheets, expected) : named(sheets, expected);
        Table table = SheetRows.read(chosen, HeaderLine.countAbove(SheetRows.first(chosen), expected));
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

    private static Sheet named(List<Sheet> sheets, Expectation expected) {
        return sheets.stream()
                .filter(sheet -> sheet.getName().equalsIgnoreCase(expected.sheet()))
                .findFirst()
                .orElseThrow(() -> expected.unknown(names(sheets)));
    }

    private static Sheet likeliest(List<Sheet> sheets, Expectation expected) throws IOException {
        Sheet withRows = null;
        for (Sheet sheet : byVisibility(sheets)) {
            List<List<String>> first = SheetRows.first(sheet);
            int above = HeaderLine.countAbove(first, expected);
            boolean hasRows = first.size() > above + 1;
            if (hasRows && isVisible(sheet) && expected.isMetBy(first.get(above))) {
                return sheet;
            }
            withRows = withRows == null && hasRows ? sheet : withRows;
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
