package ai.rhesis.backend.trace.store.digest;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of traces whose spans are read anew.
@Repository
public class TraceCorrectionQueries {

    private static final String LOCK = "select " + TraceRows.COLUMNS + """
            from app.trace t
            where t.id = any(cast(:traces as uuid[]))
            order by t.project_id, t.trace_id
            for no key update of t
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

    private final JdbcClient database;

    TraceCorrectionQueries(JdbcClient database) {
        this.database = database;
    }

    /// Locks traces until the commit, in the order in which whoever stores spans locks them.
    public List<TraceDigest> lock(List<UUID> traces) {
        return database.sql(LOCK)
                .param("traces", traces.toArray(UUID[]::new))
                .query((row, number) -> TraceRows.digest(row))
                .list();
    }

    /// Corrects what traces, which are locked, show of the readings of their spans.
    public void correct(List<TraceDigest> traces) {
        database.sql(CORRECT).paramSource(TraceColumns.of(traces)).update();
    }
}
