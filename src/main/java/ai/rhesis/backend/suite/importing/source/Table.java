package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.CellText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lines of cells on their way to rows: perhaps a title, the names of the columns, the rows. Blank lines are skipped,
/// blank cells are left out.
final class Table {

    private static final int MAX_TITLE = 200;

    private final List<SourceRow> rows = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final FileBudget budget = new FileBudget();
    private List<String> headers = List.of();
    private int above;

    /// @param above the number of lines before the names of the columns
    Table(int above) {
        this.above = above;
    }

    List<SourceRow> rows() {
        return rows;
    }

    /// Tells which names were changed, and which lines are above them.
    List<String> notices() {
        return notices;
    }

    /// Tells whether the next line is above the names of the columns.
    boolean isAtTitle() {
        return above > 0;
    }

    static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    void add(int number, List<String> cells) {
        FileBudget.requireWanted();
        if (isBlank(cells)) {
            return;
        }
        if (isAtTitle()) {
            addTitle(number, cells);
        } else if (headers.isEmpty()) {
            headers = headers(cells);
        } else {
            add(row(number, cells));
        }
    }

    /// Adds a line that can't be cut into cells.
    void addFaulty(int number, String fault) {
        if (isAtTitle()) {
            addTitle(number, List.of(fault));
            return;
        }
        if (headers.isEmpty()) {
            throw Limits.refused("has no readable line of column names: it " + fault);
        }
        add(new SourceRow(number, JsonNodeFactory.instance.objectNode(), List.of(fault)));
    }

    private void addTitle(int number, List<String> cells) {
        above--;
        String title = String.join(" ", cells).strip();
        notices.add("row %d: above the names of the columns, not read: %s"
                .formatted(number, title.length() > MAX_TITLE ? title.substring(0, MAX_TITLE) + "…" : title));
    }

    private void add(SourceRow row) {
        Limits.requireRows(rows.size() + 1);
        row.values().forEach(cell -> budget.spendText(cell.stringValue().length()));
        rows.add(row);
    }

    private SourceRow row(int number, List<String> cells) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (int place = 0; place < Math.min(cells.size(), headers.size()); place++) {
            if (!cells.get(place).isEmpty()) {
                values.put(headers.get(place), CellText.unescape(cells.get(place)));
            }
        }
        boolean isTooWide = cells.stream().skip(headers.size()).anyMatch(cell -> !cell.isBlank());
        String fault = "has %d values for %d columns; put quotes around values that hold the delimiter"
                .formatted(cells.size(), headers.size());
        return new SourceRow(number, values, isTooWide ? List.of(fault) : List.of());
    }

    private List<String> headers(List<String> cells) {
        Limits.requireColumns(cells.size());
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        cells.forEach(cell -> seen.add(CellText.unescape(cell.strip())));
        Set<String> taken = new HashSet<>();
        for (String cell : cells) {
            String header = cell.isBlank() ? "column_" + (names.size() + 1) : CellText.unescape(cell.strip());
            if (header.length() > Limits.MAX_HEADER_LENGTH) {
                throw Limits.refused("names column %d with more than %d characters"
                        .formatted(names.size() + 1, Limits.MAX_HEADER_LENGTH));
            }
            names.add(taken.add(header) ? header : another(header, seen, taken));
        }
        return names;
    }

    private String another(String header, Set<String> seen, Set<String> taken) {
        int number = 2;
        while (seen.contains(header + "_" + number) || !taken.add(header + "_" + number)) {
            number++;
        }
        String name = header + "_" + number;
        notices.add("column %s: named twice or more; this one is called %s".formatted(header, name));
        return name;
    }
}
