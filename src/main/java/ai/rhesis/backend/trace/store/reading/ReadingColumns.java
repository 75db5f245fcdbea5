package ai.rhesis.backend.trace.store.reading;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.trace.dialect.Reading;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The readings of many spans, column by column.
public record ReadingColumns(
        int mappingVersion,
        @Nullable UUID[] ids,
        @Nullable String[] conversationIds,
        @Nullable String[] dialects,
        @Nullable String[] operations,
        @Nullable String[] inputs,
        @Nullable String[] outputs,
        @Nullable String[] providers,
        @Nullable String[] models,
        @Nullable Long[] inputTokens,
        @Nullable Long[] outputTokens,
        @Nullable Long[] totalTokens,
        @Nullable Long[] costs,
        @Nullable String[] toolCalls,
        @Nullable String[] users,
        @Nullable Integer[] eventCounts) {

    public static ReadingColumns of(List<ReadSpan> spans, int version) {
        List<Reading> read = spans.stream().map(ReadSpan::reading).toList();
        return new ReadingColumns(
                version,
                Columns.uuids(spans, ReadSpan::id),
                Columns.texts(spans, ReadSpan::conversationId),
                Columns.texts(read, Reading::dialect),
                Columns.texts(read, Reading::operation),
                Columns.texts(read, reading -> json(reading.input())),
                Columns.texts(read, reading -> json(reading.output())),
                Columns.texts(read, Reading::provider),
                Columns.texts(read, Reading::model),
                Columns.longs(read, Reading::inputTokens),
                Columns.longs(read, Reading::outputTokens),
                Columns.longs(read, Reading::totalTokens),
                Columns.longs(spans, ReadSpan::costNanos),
                Columns.texts(read, ToolCallsJson::of),
                Columns.texts(read, Reading::userId),
                Columns.numbers(spans, span -> span.span().events().size()));
    }

    private static @Nullable String json(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
