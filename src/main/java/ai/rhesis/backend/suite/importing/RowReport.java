package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.importing.mapping.Issue;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// One thing to know about one row of a file.
record RowReport(int row, String field, String message, String type) {

    private static final int MAX_ROWS = 100;

    /// Lists the errors of the first bad rows.
    static List<RowReport> errors(Collection<ImportRow> rows) {
        return of(rows, ImportRow::errors);
    }

    static List<RowReport> warnings(Collection<ImportRow> rows) {
        return of(rows, ImportRow::warnings);
    }

    /// Returns the place in the file in the form of a problem's `loc`.
    List<Object> place() {
        return field.isEmpty() ? List.of("body", "rows", row) : List.of("body", "rows", row, field);
    }

    private static List<RowReport> of(Collection<ImportRow> rows, Function<ImportRow, List<Issue>> issues) {
        return rows.stream()
                .flatMap(row -> issues.apply(row).stream()
                        .map(issue -> new RowReport(row.number(), issue.field(), issue.message(), issue.type())))
                .limit(MAX_ROWS)
                .toList();
    }
}
