package ai.rhesis.backend.suite.importing.source;

import java.io.Reader;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// The records of a delimited text. A record with quotes that don't fit is reported, and reading goes on behind it.
final class CsvRecords {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private final String text;
    private final CsvSchema schema;
    private int start;
    private int number;

    CsvRecords(String text, char delimiter) {
        this.text = text;
        this.schema = CsvSchema.emptySchema().withColumnSeparator(delimiter);
    }

    /// Visits the first records, each with its number from 1.
    void forEach(int limit, Line good, Line.Faulty bad) {
        while (start < text.length() && number < limit) {
            int from = start;
            try (JsonParser parser = CSV.reader().with(schema).createParser(rest())) {
                readGood(parser, from, limit, good);
                return;
            } catch (JacksonException malformed) {
                FileBudget.requireWanted();
                number++;
                bad.accept(number, "has unbalanced quotes: put quotes around the whole value and double those inside");
                int failed = (int) Math.max(0, malformed.getLocation().getCharOffset() - 1) + from;
                start = endOfBad(Math.min(failed, text.length() - 1));
            }
        }
    }

    private Reader rest() {
        return Reader.of(CharBuffer.wrap(text, start, text.length()));
    }

    // cell by cell, so that a line of a million delimiters ends at the bound and not in memory
    private void readGood(JsonParser parser, int from, int limit, Line line) {
        parser.nextToken();
        while (number < limit && parser.nextToken() == JsonToken.START_ARRAY) {
            List<String> cells = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                Limits.requireColumns(cells.size() + 1);
                cells.add(parser.getString());
            }
            start = Math.min(
                    text.length(), from + (int) parser.currentLocation().getCharOffset() + 1);
            line.accept(++number, cells);
        }
    }

    /// Finds the place where reading goes on: behind the line of the fault when the quote that was closed there was
    /// opened in that line, else behind the first line of the record, whose quote was never meant to go on.
    private int endOfBad(int failed) {
        int lineStart = text.lastIndexOf('\n', failed) + 1;
        int closing = text.lastIndexOf('"', failed);
        int opening = closing <= 0 ? -1 : text.lastIndexOf('"', closing - 1);
        boolean isOpenedHere = closing >= lineStart && opening >= lineStart;
        int end = text.indexOf('\n', isOpenedHere ? Math.max(failed, start) : start);
        return end < 0 ? text.length() : end + 1;
    }

    /// A visitor of records.
    interface Line {

        void accept(int number, List<String> cells);

        /// A visitor of what is none.
        interface Faulty {

            void accept(int number, String fault);
        }
    }
}
