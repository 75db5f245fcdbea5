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

    private CsvFile() {}

    static Source read(String text, Expectation expected) {
        Matcher named = NAMED_DELIMITER.matcher(text);
        if (named.lookingAt()) {
            String rest = text.substring(named.end());
            return read(rest, Cut.of(rest, named.group(1).charAt(0), expected));
        }
        return read(text, bestCut(text, expected));
    }

    private static Source read(String text, Cut cut) {
        Table table = new Table(cut.above());
        new CsvRecords(text, cut.delimiter()).forEach(Integer.MAX_VALUE, table::add, table::addFaulty);
        return new Source(FileFormat.CSV, table.rows(), table.notices());
    }

    private static Cut bestCut(String text, Expectation expected) {
        Cut best = new Cut(NO_DELIMITER, 0, 0);
        for (char candidate : DELIMITERS) {
            Cut cut = Cut.of(text, candidate, expected);
            best = cut.score() > best.score() ? cut : best;
        }
        return best;
    }

    /// A way to cut a text.
    ///
    /// @param above the number of lines before the names of the columns
    /// @param score how many columns it comes to, and how alike the lines are
    private record Cut(char delimiter, int above, int score) {

        static Cut of(String text, char delimiter, Expectation expected) {
            List<List<String>> lines = new ArrayList<>();
            new CsvRecords(text, delimiter)
                    .forEach(
                            HeaderLine.SAMPLE,
                            (number, cells) -> lines.add(cells),
                            (number, fault) -> lines.add(List.of(fault)));
            lines.removeIf(Table::isBlank);
            int above = HeaderLine.countAbove(lines, expected);
            return new Cut(delimiter, above, score(lines.subList(above, lines.size())));
        }

        private static int score(List<List<String>> lines) {
            int width = lines.isEmpty() ? 0 : lines.getFirst().size();
            long alike = lines.stream().filter(line -> line.size() == width).count();
            return width < 2 ? 0 : (int) (1_000 * alike / lines.size()) + Math.min(width, Limits.MAX_COLUMNS);
        }
    }
}
