package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.dialect.Reading;
import ai.rhesis.backend.trace.span.RawSpan;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Many spans, column by column.
record SpanColumns(
        @Nullable UUID[] ids,
        @Nullable UUID[] projectIds,
        @Nullable UUID[] traceKeys,
        @Nullable String[] spanIds,
        @Nullable String[] parentIds,
        @Nullable String[] environments,
        @Nullable String[] conversationIds,
        @Nullable String[] toldConversationIds,
        @Nullable String[] names,
        @Nullable String[] kinds,
        @Nullable Long[] starts,
        @Nullable Long[] ends,
        @Nullable String[] statuses,
        @Nullable String[] messages,
        @Nullable String[] attributes,
        @Nullable String[] events,
        @Nullable String[] links,
        @Nullable String[] resources,
        @Nullable String[] scopes,
        int mappingVersion,
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
        @Nullable String[] users) {

    /// @param traces the ids of the traces' rows
    static SpanColumns of(List<ReadSpan> spans, Map<TraceKey, UUID> traces) {
        return of(
                spans,
                Columns.uuids(spans, span -> traces.get(span.trace())),
                spans.stream().map(ReadSpan::span).toList(),
                spans.stream().map(ReadSpan::reading).toList());
    }

    private static SpanColumns of(
            List<ReadSpan> spans, @Nullable UUID[] traceKeys, List<RawSpan> raw, List<Reading> read) {
        return new SpanColumns(
                Columns.uuids(spans, ReadSpan::id),
                Columns.uuids(spans, span -> span.placed().projectId()),
                traceKeys,
                Columns.texts(raw, RawSpan::spanId),
                Columns.texts(raw, RawSpan::parentSpanId),
                Columns.texts(spans, ReadSpan::environment),
                Columns.texts(spans, ReadSpan::conversationId),
                Columns.texts(raw, RawSpan::conversationId),
                Columns.texts(raw, RawSpan::name),
                Columns.texts(raw, span -> span.kind().name()),
                Columns.longs(raw, span -> Micros.of(span.startTime())),
                Columns.longs(raw, span -> Micros.of(span.endTime())),
                Columns.texts(raw, span -> span.statusCode().name()),
                Columns.texts(raw, RawSpan::statusMessage),
                Columns.texts(raw, span -> span.attributes().toString()),
                Columns.texts(raw, span -> span.events().toString()),
                Columns.texts(raw, span -> span.links().toString()),
                Columns.texts(raw, span -> span.resource().toString()),
                Columns.texts(raw, span -> span.scope().toString()),
                Dialects.VERSION,
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
                Columns.texts(read, Reading::userId));
    }

    private static @Nullable String json(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
