package ai.rhesis.backend.support;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The rows of an organization's traces, as the application sees them.
public record StoredTraces(Tenant tenant, TransactionTemplate transaction, JdbcClient database) {

    /// The columns of a trace.
    public Map<String, Object> trace(SentSpans of) {
        return rows("select * from app.trace where trace_id = decode(?, 'hex')", of.traceId())
                .getFirst();
    }

    /// The columns of its spans by their names.
    public List<Map<String, Object>> spans(SentSpans of) {
        return rows("""
                select s.*
                from app.span s
                join app.trace t on t.id = s.trace_key
                where t.trace_id = decode(?, 'hex')
                order by s.name
                """, of.traceId());
    }

    public long count(String table) {
        return ((Number) Objects.requireNonNull(rows("select count(*) as n from app." + table)
                        .getFirst()
                        .get("n")))
                .longValue();
    }

    /// Lets all traces have come so many days earlier.
    public void age(int days) {
        tenant.call(() -> transaction.execute(
                status -> database.sql("""
                        update app.trace
                        set received_at = received_at - make_interval(days => ?),
                            last_received_at = last_received_at - make_interval(days => ?)
                        """).params(days, days).update()));
    }

    private List<Map<String, Object>> rows(String sql, Object... parameters) {
        return tenant.call(() -> transaction.execute(
                status -> database.sql(sql).params(parameters).query().listOfRows()));
    }
}
