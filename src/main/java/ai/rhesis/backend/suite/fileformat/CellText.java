package ai.rhesis.backend.suite.fileformat;

import java.util.regex.Pattern;

/// Texts in the cells of tables.
///
/// A spreadsheet runs what begins with `=`, `+`, `-` or `@`, and can't tell an empty text from none. So an apostrophe
/// goes before such texts and stands for an empty one. Where a text begins with apostrophes and then so, one more goes
/// before it: taking one away always gives back what was there.
public final class CellText {

    private static final Pattern ESCAPED = Pattern.compile("(?s)'*(?:|[\\t\\r\\n].*|[\\s\\uFEFF]*[=+\\-@＝＋－＠].*)");

    private CellText() {}

    public static String escape(String text) {
        return ESCAPED.matcher(text).matches() ? "'" + text : text;
    }

    public static String unescape(String cell) {
        return cell.startsWith("'") && ESCAPED.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
