package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Many rows of one import, column by column.
record ImportRowColumns(
        UUID id,
        @Nullable Integer[] positions,
        @Nullable Integer[] numbers,
        @Nullable String[] tests,
        @Nullable String[] errors,
        @Nullable String[] warnings) {

    static ImportRowColumns of(UUID importId, List<ImportRow> rows, JsonMapper json) {
        return new ImportRowColumns(
                importId,
                Columns.numbers(rows, ImportRow::position),
                Columns.numbers(rows, ImportRow::number),
                json(rows, ImportRow::test, json),
                json(rows, ImportRow::errors, json),
                json(rows, ImportRow::warnings, json));
    }

    private static @Nullable String[] json(List<ImportRow> rows, Function<ImportRow, Object> value, JsonMapper json) {
        return Columns.texts(rows, row -> json.writeValueAsString(value.apply(row)));
    }
}
