package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.suite.importing.mapping.Issue;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A row in a preview.
///
/// @param index its place among the rows, from 0
/// @param row where to find it in the file
record RowResponse(int index, int row, JsonNode data, List<Issue> errors, List<Issue> warnings) {

    static RowResponse of(ImportRow row) {
        return new RowResponse(row.position(), row.number(), row.test(), row.errors(), row.warnings());
    }
}
