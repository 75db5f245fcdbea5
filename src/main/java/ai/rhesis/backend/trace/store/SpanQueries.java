package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.trace.span.TraceKey;
import ai.rhesis.backend.trace.store.reading.ReadSpan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of spans.
@Repository
class SpanQueries {

    private static final String ADD = """
            insert into app.span (
                id, project_id, trace_key, span_id, parent_span_id, environment, conversation_id, told_conversation_id,
                name, kind, start_time, end_time, status_code, status_message, attributes, events, links, resource,
                scope, mapping_version, dialect, operation, input, output, provider, model, input_tokens,
                output_tokens, total_tokens, cost_nanos, tool_calls, end_user)
            select n.id, n.project_id, n.trace_key, decode(n.span_id, 'hex'), decode(n.parent_span_id, 'hex'),
                   n.environment, n.conversation_id, n.told_conversation_id, n.name, n.kind,
                   timestamptz 'epoch' + n.started * interval '1 microsecond',
                   timestamptz 'epoch' + n.ended * interval '1 microsecond',
                   n.status_code, n.status_message, cast(n.attributes as jsonb), cast(n.events as jsonb),
                   cast(n.links as jsonb), cast(n.resource as jsonb), cast(n.scope as jsonb), :mappingVersion,
                   n.dialect, n.operation, cast(n.input as jsonb), cast(n.output as jsonb), n.provider, n.model,
                   n.input_tokens, n.output_tokens, n.total_tokens, n.cost, cast(n.tool_calls as jsonb), n.end_user
            from unnest(cast(:ids as uuid[]), cast(:projectIds as uuid[]), cast(:traceKeys as uuid[]),
                        cast(:spanIds as text[]), cast(:parentIds as text[]), cast(:environments as text[]),
                        cast(:conversationIds as text[]), cast(:toldConversationIds as text[]),
                        cast(:names as text[]), cast(:kinds as text[]), cast(:starts as bigint[]),
                        cast(:ends as bigint[]), cast(:statuses as text[]),
                        cast(:messages as text[]), cast(:attributes as text[]), cast(:events as text[]),
                        cast(:links as text[]), cast(:resources as text[]), cast(:scopes as text[]),
                        cast(:dialects as text[]), cast(:operations as text[]), cast(:inputs as text[]),
                        cast(:outputs as text[]), cast(:providers as text[]), cast(:models as text[]),
                        cast(:inputTokens as bigint[]), cast(:outputTokens as bigint[]),
                        cast(:totalTokens as bigint[]), cast(:costs as bigint[]), cast(:toolCalls as text[]),
                        cast(:users as text[]))
                 as n (id, project_id, trace_key, span_id, parent_span_id, environment, conversation_id,
                       told_conversation_id, name, kind, started, ended, status_code, status_message, attributes,
                       events, links, resource, scope, dialect, operation, input, output, provider, model,
                       input_tokens, output_tokens, total_tokens, cost, tool_calls, end_user)
            on conflict (organization_id, trace_key, span_id) do nothing
            returning id
            """;

    private final JdbcClient database;

    SpanQueries(JdbcClient database) {
        this.database = database;
    }

    /// Adds the spans that are not there yet, and returns their ids.
    ///
    /// @param traces the ids of the traces' rows, which this transaction made or has locked
    Set<UUID> add(List<ReadSpan> spans, Map<TraceKey, UUID> traces) {
        return Set.copyOf(database.sql(ADD)
                .paramSource(SpanColumns.of(spans, traces))
                .query(UUID.class)
                .list());
    }
}
