package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.suite.importing.dialect.Dialect;
import ai.rhesis.backend.suite.importing.dialect.FlatRow;
import ai.rhesis.backend.suite.importing.source.FileFormat;
import ai.rhesis.backend.suite.importing.source.Limits;
import ai.rhesis.backend.suite.importing.source.Source;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A file as columns and rows, whatever it was before.
///
/// @param notices what the file holds beside its rows that is not read
record FileTable(FileFormat format, Dialect dialect, Set<String> headers, List<FlatRow> rows, List<String> notices) {

    private static final int TELLING = 20;

    /// @throws ProblemException 422 that says why the file can't be read
    static FileTable read(UploadedFile file) {
        Source source = Source.read(file.filename(), file.content());
        Dialect dialect = Dialect.of(source.rows().stream().limit(TELLING).toList());
        boolean isTable = source.format().isTable();
        List<FlatRow> rows =
                source.rows().stream().map(row -> dialect.flatten(row, isTable)).toList();
        if (dialect == Dialect.GENERIC) {
            FlatRow.alignPrompts(rows);
        }
        return new FileTable(source.format(), dialect, headers(rows), rows, source.notices());
    }

    private static Set<String> headers(List<FlatRow> rows) {
        Set<String> headers = new LinkedHashSet<>();
        rows.forEach(row -> headers.addAll(row.values().keySet()));
        if (headers.size() > Limits.COLUMNS) {
            throw refused("has more than %d columns".formatted(Limits.COLUMNS));
        }
        if (headers.stream().anyMatch(name -> name.length() > Limits.HEADER)) {
            throw refused("has a column whose name is longer than %d characters".formatted(Limits.HEADER));
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
