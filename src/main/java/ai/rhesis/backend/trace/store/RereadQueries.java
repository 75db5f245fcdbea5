package ai.rhesis.backend.trace.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of spans whose readings are made anew, and of their traces.
@Repository
class RereadQueries {

    private static final String RAW = "select " + KeptSpan.COLUMNS + """
            from app.span s
            join app.trace t on t.id = s.trace_key
            """;
    /// In the order in which they came, which is that of their ids. The ids are found first and by themselves: in the
    /// order of all ids there are, the spans of a few traces would be far apart.
    private static final String SPANS = """
            with found as materialized (
                select s.id
                from app.span s
                where s.trace_key = any(cast(:traces as uuid[])) and (cast(:after as uuid) is null or s.id > :after))
            """ + RAW + """
            where s.id in (select f.id from found f order by f.id limit :limit)
            order by s.id
            """;
    private static final String SINGLE_SPANS = RAW + """
            where s.id = any(cast(:ids as uuid[]))
            order by s.id
            limit :limit
            """;
    private static final String LOCK = """
            select t.id, t.project_id, encode(t.trace_id, 'hex') as trace_id, t.start_time, t.end_time, t.span_count,
                   t.error_count, t.refused_count, t.total_tokens, t.cost_nanos, t.conversation_id, t.root_id,
                   t.is_rooted, t.root_name, t.root_kind, t.root_start_time, t.root_end_time, t.root_status_code,
                   t.root_status_message, t.root_input, t.environment, t.test_run_id, t.test_id,
                   coalesce(t.test_result_id, t.told_test_result_id) as test_result_id, t.test_configuration_id,
                   t.endpoint_id, t.endpoint_name, t.endpoint_url, t.search_text
            from app.trace t
            where t.id = any(cast(:traces as uuid[]))
            order by t.project_id, t.trace_id
            for no key update of t
            """;
    /// Leaves spans alone that got events since they were read: whoever put these there has them read as well.
    private static final String REWRITE = """
            update app.span s
            set mapping_version = :mappingVersion, conversation_id = n.conversation_id, dialect = n.dialect,
                operation = n.operation, input = cast(n.input as jsonb), output = cast(n.output as jsonb),
                provider = n.provider, model = n.model, input_tokens = n.input_tokens,
                output_tokens = n.output_tokens, total_tokens = n.total_tokens, cost_nanos = n.cost,
                tool_calls = cast(n.tool_calls as jsonb), end_user = n.end_user
            from unnest(cast(:ids as uuid[]), cast(:conversationIds as text[]), cast(:dialects as text[]),
                        cast(:operations as text[]), cast(:inputs as text[]), cast(:outputs as text[]),
                        cast(:providers as text[]), cast(:models as text[]), cast(:inputTokens as bigint[]),
                        cast(:outputTokens as bigint[]), cast(:totalTokens as bigint[]), cast(:costs as bigint[]),
                        cast(:toolCalls as text[]), cast(:users as text[]), cast(:eventCounts as int[]))
                 as n (id, conversation_id, dialect, operation, input, output, provider, model, input_tokens,
                       output_tokens, total_tokens, cost, tool_calls, end_user, event_count)
            where s.id = n.id and s.mapping_version < :mappingVersion
              and jsonb_array_length(s.events) = n.event_count
            returning old.mapping_version
            """;
    /// Times are left alone: a trace whose readings are made anew is none that something came of. The sums are those of
    /// all its spans, whoever has read or written them since.
    private static final String CORRECT = """
            update app.trace t
            set total_tokens = s.tokens, cost_nanos = s.cost, conversation_id = n.conversation_id,
                root_input = n.root_input, search_text = n.search_text
            from unnest(cast(:ids as uuid[]), cast(:conversationIds as text[]), cast(:rootInputs as text[]),
                        cast(:searchTexts as text[]))
                 as n (id, conversation_id, root_input, search_text)
            cross join lateral (
                select cast(sum(s.total_tokens) as bigint) as tokens, cast(sum(s.cost_nanos) as bigint) as cost
                from app.span s
                where s.trace_key = n.id) s
            where t.id = n.id
              and (t.total_tokens, t.cost_nanos, t.conversation_id, t.root_input, t.search_text)
                  is distinct from (s.tokens, s.cost, n.conversation_id, n.root_input, n.search_text)
            """;

    /// The characters of JSON that are held in memory at a time, and the rows that are fetched.
    private static final long MAX_CHARACTERS = 4_000_000;

    private static final int FETCHED_AT_ONCE = 20;

    private final JdbcClient database;

    RereadQueries(JdbcClient database) {
        this.database = database;
    }

    /// Reads spans of traces.
    ///
    /// @param after the id of the last span that was read before
    KeptSpans spans(List<UUID> traces, @Nullable UUID after) {
        return database.sql(SPANS)
                .withFetchSize(FETCHED_AT_ONCE)
                .param("traces", traces.toArray(UUID[]::new))
                .param("after", after)
                .param("limit", SpanRereading.BATCH)
                .query(RereadQueries::read);
    }

    /// Reads some of these spans.
    KeptSpans spans(Collection<UUID> ids) {
        return database.sql(SINGLE_SPANS)
                .withFetchSize(FETCHED_AT_ONCE)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", SpanRereading.BATCH)
                .query(RereadQueries::read);
    }

    private static KeptSpans read(ResultSet rows) throws SQLException {
        List<KeptSpan> spans = new ArrayList<>();
        long left = MAX_CHARACTERS;
        while (left > 0 && rows.next()) {
            KeptSpan span = KeptSpan.of(rows);
            spans.add(span);
            left -= span.characters();
        }
        return new KeptSpans(spans, left <= 0 || spans.size() == SpanRereading.BATCH);
    }

    /// Locks traces until the commit, in the order in which whoever stores spans locks them.
    List<TraceDigest> lock(List<UUID> traces) {
        return database.sql(LOCK)
                .param("traces", traces.toArray(UUID[]::new))
                .query((row, number) -> TraceRows.digest(row))
                .list();
    }

    /// Writes what was read, and returns the versions that had read these spans before. Spans that a version at least
    /// as new has read stay as they are.
    List<Integer> rewrite(List<ReadSpan> spans, int version) {
        return database.sql(REWRITE)
                .paramSource(ReadingColumns.of(spans, version))
                .query(Integer.class)
                .list();
    }

    /// Corrects what traces, which are locked, show of the readings of their spans.
    void correct(List<TraceDigest> traces) {
        database.sql(CORRECT).paramSource(TraceColumns.of(traces)).update();
    }
}
