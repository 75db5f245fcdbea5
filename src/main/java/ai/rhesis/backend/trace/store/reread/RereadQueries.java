package ai.rhesis.backend.trace.store.reread;

import ai.rhesis.backend.trace.store.reading.ReadSpan;
import ai.rhesis.backend.trace.store.reading.ReadingColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of spans whose readings are made anew.
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

    /// Writes what was read, and returns the versions that had read these spans before. Spans that a version at least
    /// as new has read stay as they are.
    List<Integer> rewrite(List<ReadSpan> spans, int version) {
        return database.sql(REWRITE)
                .paramSource(ReadingColumns.of(spans, version))
                .query(Integer.class)
                .list();
    }
}
