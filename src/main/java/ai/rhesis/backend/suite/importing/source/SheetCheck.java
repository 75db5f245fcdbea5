package ai.rhesis.backend.suite.importing.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A look through a sheet for what would cost its reader memory or time beyond its size: places far away, numbers
/// without end, and formulas that are written out again in every cell.
final class SheetCheck {

    /// Columns, and behind them what is too long for a cell.
    static final int MAX_CELLS = 2 * Limits.MAX_COLUMNS;

    private static final int MAX_SHEET_ROW = 1_048_576;
    private static final int MAX_DIGITS = 100;
    private static final int MAX_FORMULA_LENGTH = 8_192;
    private static final long MAX_FORMULA_WORK = 1_000_000_000;
    private static final Pattern PLACE = Pattern.compile("([A-Za-z]{1,3})([0-9]{1,7})");

    private final Map<String, Integer> sharedLengths = new HashMap<>();
    private int column;
    private String type = "n";
    private long arrayFormulas;
    private long work;

    void at(XMLStreamReader element) throws XMLStreamException {
        switch (element.getLocalName()) {
            case "row" -> beginRow(element);
            case "c" -> beginCell(element);
            case "v" -> checkValue(element.getElementText());
            case "f" -> checkFormula(element);
            default -> {
                // texts, and what is around the rows
            }
        }
    }

    private void beginRow(XMLStreamReader element) {
        FileBudget.requireWanted();
        String number = WorkbookCheck.attribute(element, "r");
        column = 0;
        if (number != null && !(number.matches("[0-9]{1,7}") && isRow(number))) {
            throw Limits.refused("has a row %.20s, which no sheet can have".formatted(number));
        }
    }

    private static boolean isRow(String number) {
        int row = Integer.parseInt(number);
        return row >= 1 && row <= MAX_SHEET_ROW;
    }

    private void beginCell(XMLStreamReader element) {
        String place = WorkbookCheck.attribute(element, "r");
        column = place == null ? column + 1 : columnOf(place);
        if (column > MAX_CELLS) {
            throw Limits.refused("has a cell beyond column %d".formatted(MAX_CELLS));
        }
        type = Objects.requireNonNullElse(WorkbookCheck.attribute(element, "t"), "n");
        // the reader compares each cell with each formula over several cells
        spend(arrayFormulas);
    }

    private static int columnOf(String place) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches() || !isRow(parts.group(2))) {
            throw Limits.refused(
                    "has a cell at %.20s, which is beyond column %d or no place".formatted(place, MAX_CELLS));
        }
        int column = 0;
        for (char letter : parts.group(1).toCharArray()) {
            column = column * 26 + Character.toUpperCase(letter) - 'A' + 1;
        }
        return column;
    }

    private void checkValue(String text) {
        if (!type.equals("str") && text.length() > MAX_DIGITS) {
            throw Limits.refused("has a number of more than %d digits".formatted(MAX_DIGITS));
        }
    }

    private void checkFormula(XMLStreamReader element) throws XMLStreamException {
        String kind = Objects.requireNonNullElse(WorkbookCheck.attribute(element, "t"), "normal");
        String shared = String.valueOf(WorkbookCheck.attribute(element, "si"));
        int length = element.getElementText().length();
        if (length > MAX_FORMULA_LENGTH) {
            throw Limits.refused("has a formula of more than %,d characters".formatted(MAX_FORMULA_LENGTH));
        }
        if (kind.equals("array")) {
            arrayFormulas++;
        } else if (kind.equals("shared")) {
            int base = sharedLengths.merge(shared, length, Math::max);
            spend((long) base * base);
        }
    }

    private void spend(long more) {
        work += more;
        if (work > MAX_FORMULA_WORK) {
            throw Limits.refused("has too many and too long formulas over several cells; save it with values only");
        }
    }
}
