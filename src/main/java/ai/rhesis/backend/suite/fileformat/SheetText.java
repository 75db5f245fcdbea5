package ai.rhesis.backend.suite.fileformat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Texts in the cells of a workbook, which can't hold every character nor long texts.
///
/// Characters that XML or Excel would lose stand as `_xHHHH_`, as Excel writes it. A text that is longer
/// than a cell goes on in cells behind the last column, each beginning with the name of the column that it
/// belongs to and a colon.
public final class SheetText {

    /// The header of the first column that texts go on in.
    public static final String CONTINUED = "continued";

    private static final int MAX_LENGTH = 32_000;
    private static final Pattern LOST =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)|\\A\\s|\\s\\z");
    private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private SheetText() {}

    public static String escape(String text) {
        return LOST.matcher(text)
                .replaceAll(lost -> "_x%04X_".formatted((int) lost.group().charAt(0)));
    }

    public static String unescape(String cell) {
        return cell.contains("_x")
                ? WRITTEN.matcher(cell)
                        .replaceAll(written ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(written.group(1), 16))))
                : cell;
    }

    /// Cuts the text into pieces that each fit a cell, none ending within a character.
    public static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (text.length() - start > MAX_LENGTH) {
            int end = start + MAX_LENGTH;
            end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
            pieces.add(text.substring(start, end));
            start = end;
        }
        pieces.add(text.substring(start));
        return pieces;
    }
}
