package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.SheetText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet as texts. A text that is too long for a cell goes on behind the last column.
final class SheetRows {

    private final Table table = new Table();
    private final FileBudget budget = new FileBudget();
    private @Nullable Integer continued;
    private List<String> headers = List.of();

    private SheetRows() {}

    static Table read(Sheet sheet) throws IOException {
        SheetRows rows = new SheetRows();
        try (Stream<Row> stream = sheet.openStream()) {
            stream.forEach(rows::add);
        }
        return rows.table;
    }

    /// Reads the names of the columns; empty when no row stands below them.
    static List<String> headers(Sheet sheet) throws IOException {
        SheetRows first = new SheetRows();
        try (Stream<Row> stream = sheet.openStream()) {
            Iterator<Row> each = stream.iterator();
            while (each.hasNext() && first.table.rows().isEmpty()) {
                first.add(each.next());
            }
        }
        return first.table.rows().isEmpty() ? List.of() : first.table.headers();
    }

    private void add(Row row) {
        List<String> cells = texts(row);
        if (continued == null && !cells.isEmpty()) {
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
