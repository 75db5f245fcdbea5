package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.persistence.Columns;
import ai.rhesis.backend.trace.dialect.Dialects;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import ai.rhesis.backend.trace.store.reading.ReadingColumns;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
                ReadingColumns.of(spans, Dialects.VERSION));
    }

    private static SpanColumns of(
            List<ReadSpan> spans, @Nullable UUID[] traceKeys, List<RawSpan> raw, ReadingColumns read) {
        return new SpanColumns(
                read.ids(),
                Columns.uuids(spans, span -> span.placed().projectId()),
                traceKeys,
                Columns.texts(raw, RawSpan::spanId),
                Columns.texts(raw, RawSpan::parentSpanId),
                Columns.texts(spans, ReadSpan::environment),
                read.conversationIds(),
                Columns.texts(raw, RawSpan::conversationId),
                Columns.texts(raw, RawSpan::name),
                Columns.texts(raw, span -> span.kind().name()),
                Columns.micros(raw, RawSpan::startTime),
                Columns.micros(raw, RawSpan::endTime),
                Columns.texts(raw, span -> span.statusCode().name()),
                Columns.texts(raw, RawSpan::statusMessage),
                Columns.texts(raw, span -> span.attributes().toString()),
                Columns.texts(raw, span -> span.events().toString()),
                Columns.texts(raw, span -> span.links().toString()),
                Columns.texts(raw, span -> span.resource().toString()),
                Columns.texts(raw, span -> span.scope().toString()),
                read.mappingVersion(),
                read.dialects(),
                read.operations(),
                read.inputs(),
                read.outputs(),
                read.providers(),
                read.models(),
                read.inputTokens(),
                read.outputTokens(),
                read.totalTokens(),
                read.costs(),
                read.toolCalls(),
                read.users());
    }
}
