package ai.rhesis.backend.suite.importing.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// Rows of a text whose delimiter is found out: the one that cuts its first lines into most columns, equally many each.
final class CsvFile {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
    private static final Pattern NAMED_DELIMITER = Pattern.compile("sep=([,;\\t|])\\r?\\n");
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 20;

    private CsvFile() {}

    static Source read(String text) {
        Matcher named = NAMED_DELIMITER.matcher(text);
        return named.lookingAt()
                ? read(text.substring(named.end()), named.group(1).charAt(0))
                : read(text, delimiterOf(text));
    }

    private static Source read(String text, char delimiter) {
        try {
            Table table = new Table();
            forEachLine(text, delimiter, Integer.MAX_VALUE, table::add);
            return new Source(FileFormat.CSV, table.rows(), List.of());
        } catch (JacksonException malformed) {
            throw Limits.refused("is no CSV: " + malformed.getOriginalMessage() + lineOf(malformed.getLocation()));
        }
    }

    private static String lineOf(@Nullable TokenStreamLocation place) {
        return place == null || place.getLineNr() < 0 ? "" : " (line " + place.getLineNr() + ")";
    }

    private static char delimiterOf(String text) {
        char best = DELIMITERS[0];
        int most = 0;
        for (char candidate : DELIMITERS) {
            int score = score(text, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static int score(String text, char delimiter) {
        List<Integer> widths = new ArrayList<>();
        try {
            forEachLine(text, delimiter, SAMPLE, (number, cells) -> widths.add(cells.size()));
        } catch (RuntimeException unreadable) {
            // what doesn't parse with this delimiter is not cut by it
            return 0;
        }
        int width = widths.isEmpty() ? 0 : widths.getFirst();
        long alike = widths.stream().filter(other -> other == width).count();
        return width < 2 ? 0 : (int) (1_000 * alike / widths.size()) + Math.min(width, Limits.COLUMNS);
    }

    /// Cell by cell, so that a line of a million delimiters ends at the bound and not in memory.
    private static void forEachLine(String text, char delimiter, int lines, Line line) {
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
        try (JsonParser parser = CSV.reader().with(schema).createParser(new StringReader(text))) {
            parser.nextToken();
            for (int number = 1; number <= lines && parser.nextToken() == JsonToken.START_ARRAY; number++) {
                List<String> cells = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    Limits.requireColumns(cells.size() + 1);
                    cells.add(parser.getString());
                }
                line.accept(number, cells);
            }
        }
    }

    private interface Line {

        void accept(int number, List<String> cells);
    }
}
