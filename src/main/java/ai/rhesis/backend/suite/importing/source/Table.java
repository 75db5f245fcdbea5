package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.CellText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lines of cells, the first of which names the columns, on their way to rows. Blank lines are none, blank cells are
/// left out.
final class Table {

    private final List<SourceRow> rows = new ArrayList<>();
    private List<String> headers = List.of();

    List<SourceRow> rows() {
        return rows;
    }

    void add(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (headers.isEmpty()) {
            headers = headers(cells);
            return;
        }
        Limits.requireRows(rows.size() + 1);
        rows.add(row(number, cells));
    }

    private SourceRow row(int number, List<String> cells) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (int place = 0; place < Math.min(cells.size(), headers.size()); place++) {
            if (!cells.get(place).isEmpty()) {
                values.put(headers.get(place), CellText.unescape(cells.get(place)));
            }
        }
        boolean isTooWide = cells.stream().skip(headers.size()).anyMatch(cell -> !cell.isBlank());
        String fault = "has %d values for %d columns".formatted(cells.size(), headers.size());
        return new SourceRow(number, values, isTooWide ? List.of(fault) : List.of());
    }

    private static List<String> headers(List<String> cells) {
        Limits.requireColumns(cells.size());
        List<String> headers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            String header = cell.isBlank() ? "column_" + (headers.size() + 1) : CellText.unescape(cell.strip());
            if (header.length() > Limits.HEADER) {
                throw Limits.refused(
                        "names column %d with more than %d characters".formatted(headers.size() + 1, Limits.HEADER));
            }
            if (!seen.add(header)) {
                throw Limits.refused("has two columns of the name " + header);
            }
            headers.add(header);
        }
        return headers;
    }
}
