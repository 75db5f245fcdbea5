package ai.rhesis.backend.suite.importing;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import ai.rhesis.backend.suite.importing.mapping.Issue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows that a mapping makes of a file, and those that would not be imported.
///
/// @param errors the first hundred; the preview has all
/// @param ignoredHeaders the columns that the mapping leaves out
/// @param notices what was guessed, and what of the file is not read
/// @param detectedTestType what the rows look like
/// @param testTypeWarning that this is another type than the one asked for
record ParseResponse(
        int totalRows,
        Summary validationSummary,
        PreviewResponse preview,
        List<RowReport> errors,
        List<RowReport> warnings,
        List<String> ignoredHeaders,
        List<String> notices,
        String detectedTestType,
        @Nullable String testTypeWarning) {

    private static final PageRequest FIRST = new PageRequest(1, 50);

    static ParseResponse of(ParsedView parsed) {
        List<ImportRow> rows = parsed.rows();
        boolean differs = !parsed.testType().equalsIgnoreCase(parsed.detectedType());
        return new ParseResponse(
                rows.size(),
                Summary.of(rows),
                PreviewResponse.of(
                        new PreviewView(rows.stream().limit(FIRST.size()).toList(), rows.size()), FIRST),
                RowReport.errors(rows),
                RowReport.warnings(rows),
                parsed.leftOut(),
                parsed.notices(),
                parsed.detectedType(),
                differs ? "The rows look like " + parsed.detectedType() + " tests" : null);
    }

    /// @param errorCount how many rows can't be imported
    /// @param errorTypes how often which rule is broken
    record Summary(int totalRows, long validRows, long errorCount, long warningCount, Map<String, Long> errorTypes) {

        static Summary of(List<ImportRow> rows) {
            long bad = rows.stream().filter(ImportRow::isBad).count();
            return new Summary(
                    rows.size(),
                    rows.size() - bad,
                    bad,
                    rows.stream().filter(row -> !row.warnings().isEmpty()).count(),
                    rows.stream().flatMap(row -> row.errors().stream()).collect(groupingBy(Issue::type, counting())));
        }
    }
}
