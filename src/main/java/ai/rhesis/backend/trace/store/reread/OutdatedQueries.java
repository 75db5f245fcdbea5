package ai.rhesis.backend.trace.store.reread;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The spans that were read by mappings of an earlier version, found by their index.
@Repository
@Transactional(readOnly = true)
class OutdatedQueries {

    private static final String OF_ALL = """
            from app.span s
            where s.mapping_version < :beforeVersion
            """;
    private static final String OF_PROJECT = """
            from app.span s
            where s.mapping_version < :beforeVersion and s.project_id = :projectId
            """;
    private static final String OF_TRACES = """
            from app.span s
            where s.mapping_version < :beforeVersion
              and s.trace_key in (select t.id
                                  from app.trace t
                                  where t.trace_id in (select decode(named.id, 'hex')
                                                       from unnest(cast(:traceIds as text[])) as named (id))
                                    and (cast(:projectId as uuid) is null or t.project_id = :projectId))
            """;
    private static final String COUNT = "select count(*) ";
    private static final String TRACES = """
            select t.id, t.span_count
            from app.trace t
            where t.id = any(array(select distinct found.trace_key from (select s.trace_key %s limit :limit) as found))
            order by t.project_id, t.trace_id
            """;
    private static final String COUNT_OF_ALL = COUNT + OF_ALL;
    private static final String COUNT_OF_PROJECT = COUNT + OF_PROJECT;
    private static final String COUNT_OF_TRACES = COUNT + OF_TRACES;
    private static final String TRACES_OF_ALL = TRACES.formatted(OF_ALL);
    private static final String TRACES_OF_PROJECT = TRACES.formatted(OF_PROJECT);
    private static final String TRACES_OF_TRACES = TRACES.formatted(OF_TRACES);

    private final JdbcClient database;

    OutdatedQueries(JdbcClient database) {
        this.database = database;
    }

    public long count(Outdated spans) {
        return statement(spans, COUNT_OF_ALL, COUNT_OF_PROJECT, COUNT_OF_TRACES)
                .query(Long.class)
                .single();
    }

    /// Finds traces that hold such spans, in the order in which traces are locked.
    ///
    /// @param limit how many of the spans are looked at
    public List<Sized> traces(Outdated spans, int limit) {
        return statement(spans, TRACES_OF_ALL, TRACES_OF_PROJECT, TRACES_OF_TRACES)
                .param("limit", limit)
                .query((row, number) -> new Sized(row.getObject("id", UUID.class), row.getInt("span_count")))
                .list();
    }

    private JdbcClient.StatementSpec statement(Outdated spans, String ofAll, String ofProject, String ofTraces) {
        if (spans.traceIds() != null) {
            return database.sql(ofTraces)
                    .param("beforeVersion", spans.beforeVersion())
                    .param("projectId", spans.projectId())
                    .param("traceIds", spans.traceIds().toArray(String[]::new));
        }
        return spans.projectId() == null
                ? database.sql(ofAll).param("beforeVersion", spans.beforeVersion())
                : database.sql(ofProject)
                        .param("beforeVersion", spans.beforeVersion())
                        .param("projectId", spans.projectId());
    }

    /// A trace, with how many spans it has in all.
    record Sized(UUID id, int spanCount) {}
}
