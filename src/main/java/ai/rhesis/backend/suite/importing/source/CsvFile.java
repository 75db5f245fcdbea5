package ai.rhesis.backend.suite.importing.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rows of a delimited text. The delimiter is the one that cuts the first lines into the most columns, equally many
/// each.
final class CsvFile {

    private static final Pattern NAMED_DELIMITER = Pattern.compile("sep=([,;\\t|])\\r?\\n");
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    // stands in no text, so that the lines of a single column may hold commas
    private static final char NO_DELIMITER = '\u001F';
    private static final int SAMPLE = 20;

    private CsvFile() {}

    static Source read(String text) {
        Matcher named = NAMED_DELIMITER.matcher(text);
        return named.lookingAt()
                ? read(text.substring(named.end()), named.group(1).charAt(0))
                : read(text, delimiterOf(text));
    }

    private static Source read(String text, char delimiter) {
        Table table = new Table();
        new CsvRecords(text, delimiter).forEach(Integer.MAX_VALUE, table::add, table::addFaulty);
        return new Source(FileFormat.CSV, table.rows(), table.notices());
    }

    private static char delimiterOf(String text) {
        char best = NO_DELIMITER;
        int bestScore = 0;
        for (char candidate : DELIMITERS) {
            int score = score(text, candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static void addWidth(List<Integer> widths, List<String> cells) {
        if (cells.size() > 1 || !cells.getFirst().isBlank()) {
            widths.add(cells.size());
        }
    }

    private static int score(String text, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        new CsvRecords(text, delimiter)
                .forEach(SAMPLE, (number, cells) -> addWidth(widths, cells), (number, fault) -> widths.add(0));
        int width = widths.isEmpty() ? 0 : widths.getFirst();
        long alike = widths.stream().filter(other -> other == width).count();
        return width < 2 ? 0 : (int) (1_000 * alike / widths.size()) + Math.min(width, Limits.MAX_COLUMNS);
    }
}
