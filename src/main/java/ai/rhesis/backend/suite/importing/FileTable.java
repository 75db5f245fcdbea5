package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.suite.importing.dialect.Choices;
import ai.rhesis.backend.suite.importing.dialect.Dialect;
import ai.rhesis.backend.suite.importing.dialect.FlatRow;
import ai.rhesis.backend.suite.importing.dialect.Nesting;
import ai.rhesis.backend.suite.importing.mapping.ColumnValues;
import ai.rhesis.backend.suite.importing.mapping.Suggestion;
import ai.rhesis.backend.suite.importing.source.Expectation;
import ai.rhesis.backend.suite.importing.source.FileBudget;
import ai.rhesis.backend.suite.importing.source.FileFormat;
import ai.rhesis.backend.suite.importing.source.Limits;
import ai.rhesis.backend.suite.importing.source.SheetNames;
import ai.rhesis.backend.suite.importing.source.Source;
import ai.rhesis.backend.suite.importing.source.SourceRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A file as columns and rows, whatever it was before.
///
/// @param notices what was guessed, and what the file holds beside its rows that is not read
/// @param sheets of a workbook; null for other files
record FileTable(
        FileFormat format,
        Dialect dialect,
        Set<String> headers,
        List<FlatRow> rows,
        List<String> notices,
        @Nullable SheetNames sheets) {

    private static final int SAMPLE = 20;

    /// Reads a file.
    ///
    /// @param sheet of a workbook; null for the likeliest
    /// @throws ProblemException 422 that says why the file can't be read
    static FileTable read(UploadedFile file, @Nullable String sheet) {
        Source source = Source.read(file.filename(), file.content(), new Expectation(sheet, Suggestion::sureness));
        List<SourceRow> read = source.format().isTable() ? Nesting.readCells(source.rows()) : source.rows();
        Dialect dialect = Dialect.of(read.stream().limit(SAMPLE).toList());
        List<FlatRow> rows = flatten(read, dialect, source.format().isTable());
        return new FileTable(source.format(), dialect, headers(rows), rows, source.notices(), source.sheets());
    }

    private static List<FlatRow> flatten(List<SourceRow> read, Dialect dialect, boolean isTable) {
        List<FlatRow> rows = new ArrayList<>();
        FileBudget budget = new FileBudget();
        for (SourceRow row : read) {
            List<FlatRow> flat = dialect.flatten(row, isTable);
            Limits.requireRows(rows.size() + (long) flat.size());
            flat.stream()
                    .skip(1)
                    .forEach(repeated -> budget.spend(repeated.values().values()));
            rows.addAll(flat);
        }
        if (dialect != Dialect.PROMPTFOO) {
            Nesting.open(rows);
            Choices.read(rows);
        }
        if (dialect == Dialect.GENERIC) {
            FlatRow.alignPrompts(rows);
        }
        return rows;
    }

    /// Suggests where its columns go.
    Suggestion suggestion() {
        return Suggestion.of(dialect, headers, ColumnValues.of(sample(SAMPLE)));
    }

    private static Set<String> headers(List<FlatRow> rows) {
        Set<String> headers = new LinkedHashSet<>();
        rows.forEach(row -> headers.addAll(row.values().keySet()));
        if (headers.size() > Limits.MAX_COLUMNS) {
            throw refused("has more than %d columns".formatted(Limits.MAX_COLUMNS));
        }
        if (headers.stream().anyMatch(name -> name.length() > Limits.MAX_HEADER_LENGTH)) {
            throw refused("has a column whose name is longer than %d characters".formatted(Limits.MAX_HEADER_LENGTH));
        }
        if (headers.stream().anyMatch(name -> !name.equals(StorableText.of(name)))) {
            throw refused("has a column whose name holds a character that can't be stored, such as NUL");
        }
        return headers;
    }

    private static RuntimeException refused(String message) {
        return Problem.invalid("file", message).exception();
    }

    List<Map<String, JsonNode>> sample(int count) {
        return rows.stream().limit(count).map(FlatRow::values).toList();
    }
}
