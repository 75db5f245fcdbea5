package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.persistence.ColumnReader;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The reading of a span by the mappings, whatever convention it follows.
///
/// @param mappingVersion the version of the mappings that read it
/// @param dialect the convention; null where the span follows none
/// @param operation the kind of work, such as `llm.invoke`
/// @param input a text, or JSON where it is more than a text
/// @param output a text, or JSON where it is more than a text
record DerivedView(
        int mappingVersion,
        @Nullable String dialect,
        @Nullable String operation,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long totalTokens,
        @Nullable Double costUsd,
        @Nullable JsonNode toolCalls,
        @Nullable String conversationId,
        @Nullable String endUser) {

    /// The columns of a span `s`, in the order in which they are read.
    static final String COLUMNS = """
            s.mapping_version, s.dialect, s.operation, s.input, s.output, s.provider, s.model, s.input_tokens,
            s.output_tokens, s.total_tokens, s.cost_nanos, s.tool_calls, s.conversation_id, s.end_user
            """;

    static DerivedView of(ColumnReader row) throws SQLException {
        return new DerivedView(
                (int) row.count(),
                row.textOrNull(),
                row.textOrNull(),
                row.jsonOrNull(JsonNode.class),
                row.jsonOrNull(JsonNode.class),
                row.textOrNull(),
                row.textOrNull(),
                row.countOrNull(),
                row.countOrNull(),
                row.countOrNull(),
                UsDollars.of(row.countOrNull()),
                row.jsonOrNull(JsonNode.class),
                row.textOrNull(),
                row.textOrNull());
    }
}
