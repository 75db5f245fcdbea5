package ai.rhesis.backend.suite.importing.source;

import ai.rhesis.backend.suite.fileformat.SheetText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Goes once through a sheet. A row is as long as its last cell that holds something, within the bound on columns: what
/// place a cell claims costs no memory.
final class SheetReader {

    /// Columns, and behind them what is too long for a cell.
    private static final int CELLS = 2 * Limits.COLUMNS;

    private final Workbook workbook;
    private final Table table = new Table();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int row;
    private int column;
    private String type = "n";
    private @Nullable String style;
    private @Nullable Integer continued;
    private List<String> headers = List.of();

    private SheetReader(Workbook workbook) {
        this.workbook = workbook;
    }

    static List<SourceRow> read(Unzipped parts, Workbook workbook) throws IOException {
        SheetReader reader = new SheetReader(workbook);
        parts.forEachElement(workbook.sheet(), reader::at);
        reader.endRow();
        return reader.table.rows();
    }

    private void at(XMLStreamReader element) throws XMLStreamException {
        switch (element.getLocalName()) {
            case "row" -> beginRow(element);
            case "c" -> beginCell(element);
            case "v" -> cell.append(value(element.getElementText()));
            case "t" -> cell.append(SheetText.unescape(element.getElementText()));
            case "rPh" -> SharedStrings.skip(element);
            default -> {
                // formulas, and what is around the rows
            }
        }
    }

    private void beginRow(XMLStreamReader element) {
        endRow();
        String number = Workbook.attribute(element, "r");
        row = number == null ? row + 1 : parse(number);
        column = -1;
    }

    private void beginCell(XMLStreamReader element) {
        endCell();
        String place = Workbook.attribute(element, "r");
        column = place == null ? column + 1 : columnOf(place);
        type = Objects.requireNonNullElse(Workbook.attribute(element, "t"), "n");
        style = Workbook.attribute(element, "s");
    }

    private static int columnOf(String place) {
        int column = 0;
        for (int index = 0; index < place.length() && Character.isLetter(place.charAt(index)); index++) {
            column = column * 26 + Character.toUpperCase(place.charAt(index)) - 'A' + 1;
            requireFew(column);
        }
        return column - 1;
    }

    private static void requireFew(int column) {
        if (column > CELLS) {
            throw Limits.refused("has a cell beyond column %d".formatted(CELLS));
        }
    }

    private void endCell() {
        requireFew(column + 1);
        if (column >= 0 && !cell.isEmpty()) {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, cell.toString());
        }
        cell.setLength(0);
    }

    private String value(String text) {
        return switch (type) {
            case "s" -> shared(parse(text));
            case "b" -> text.equals("1") ? "true" : "false";
            case "n" -> number(text);
            default -> SheetText.unescape(text);
        };
    }

    private String shared(int number) {
        List<String> strings = workbook.strings();
        if (number < 0 || number >= strings.size()) {
            throw Limits.refused("points at a text that is not in it");
        }
        return SheetText.unescape(strings.get(number));
    }

    private String number(String text) {
        try {
            return workbook.dates().text(Double.parseDouble(text), style);
        } catch (NumberFormatException asItIs) {
            return text;
        }
    }

    private static int parse(String number) {
        try {
            return Integer.parseInt(number.strip());
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private void endRow() {
        endCell();
        if (continued == null && !cells.isEmpty()) {
            int place = cells.indexOf(SheetText.CONTINUED);
            continued = place < 0 ? CELLS : place;
            headers = List.copyOf(cells.subList(0, Math.min(continued, cells.size())));
        }
        table.add(row, whole());
        cells.clear();
    }

    /// The cells of the columns, each with what of it goes on behind them.
    private List<String> whole() {
        if (continued == null || cells.size() <= continued) {
            return List.copyOf(cells);
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
