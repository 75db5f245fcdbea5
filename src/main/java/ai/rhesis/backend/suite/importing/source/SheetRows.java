package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.SheetText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet as texts. A text that is too long for a cell goes on behind the last column.
final class SheetRows {

    private final Table table;
    private final FileBudget budget = new FileBudget();
    private @Nullable Integer continued;
    private List<String> headers = List.of();

    private SheetRows(int above) {
        table = new Table(above);
    }

    /// @param above the number of lines before the names of the columns
    static Table read(Sheet sheet, int above) throws IOException {
        SheetRows rows = new SheetRows(above);
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(rows::add);
        }
        return rows.table;
    }

    /// Reads the first lines, without blank ones.
    static List<List<String>> first(Sheet sheet) throws IOException {
        SheetRows reader = new SheetRows(0);
        try (Stream<Row> stream = sheet.openStream()) {
            return stream.map(reader::texts)
                    .filter(cells -> !Table.isBlank(cells))
                    .limit(HeaderLine.SAMPLE)
                    .toList();
        }
    }

    private void add(Row row) {
        List<String> cells = texts(row);
        if (continued == null && !cells.isEmpty() && !table.isAtTitle()) {
            int place = cells.indexOf(SheetText.CONTINUED);
            continued = place < 0 ? SheetCheck.MAX_CELLS : place;
            headers = List.copyOf(cells.subList(0, Math.min(continued, cells.size())));
        }
        table.add(row.getRowNum(), whole(cells));
    }

    private List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < row.getCellCount(); place++) {
            Cell cell = row.getCell(place);
            texts.add(cell == null ? "" : text(cell));
        }
        while (!texts.isEmpty() && texts.getLast().isEmpty()) {
            texts.removeLast();
        }
        return texts;
    }

    private String text(Cell cell) {
        return switch (cell.getValue()) {
            case null -> Objects.requireNonNullElse(cell.getRawValue(), "");
            case BigDecimal number -> CellNumbers.text(cell, number);
            case String text -> {
                budget.spendText(text.length());
                yield SheetText.unescape(text);
            }
            default -> cell.getValue().toString();
        };
    }

    /// Returns the cells of the columns, each joined with its continuation behind them.
    private List<String> whole(List<String> cells) {
        if (continued == null || cells.size() <= continued) {
            return cells;
        }
        List<StringBuilder> whole = new ArrayList<>();
        cells.subList(0, continued).forEach(text -> whole.add(new StringBuilder(text)));
        for (String more : cells.subList(continued, cells.size())) {
            int colon = more.indexOf(':');
            int place = colon < 0 ? -1 : headers.indexOf(more.substring(0, colon));
            if (place >= 0) {
                whole.get(place).append(more, colon + 1, more.length());
            }
        }
        return whole.stream().map(StringBuilder::toString).toList();
    }
}
