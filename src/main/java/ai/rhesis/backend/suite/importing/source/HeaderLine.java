package ai.rhesis.backend.suite.importing.source;

import java.util.List;

/// The line of a table that names its columns. A title and remarks may stand above it.
final class HeaderLine {

    /// Lines that are looked at.
    static final int SAMPLE = 20;

    private static final int MAX_ABOVE = 10;

    private HeaderLine() {}

    /// Counts the lines above the names: those before the first line that is wider than all of them and surely names
    /// the columns of tests, unless the first line does so itself.
    ///
    /// @param lines the first ones of the table, without blank ones
    static int countAbove(List<List<String>> lines, Expectation expected) {
        if (lines.isEmpty() || expected.isSurelyMetBy(names(lines.getFirst()))) {
            return 0;
        }
        int widest = names(lines.getFirst()).size();
        for (int place = 1; place < Math.min(MAX_ABOVE, lines.size()); place++) {
            List<String> names = names(lines.get(place));
            if (names.size() > widest && expected.isSurelyMetBy(names)) {
                return place;
            }
            widest = Math.max(widest, names.size());
        }
        return 0;
    }

    private static List<String> names(List<String> cells) {
        return cells.stream()
                .filter(cell -> !cell.isBlank() && cell.length() <= Limits.MAX_HEADER_LENGTH)
                .map(String::strip)
                .toList();
    }
}
