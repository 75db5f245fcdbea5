package ai.rhesis.backend.trace.view;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lists of traces and of their spans.
@Repository
class TraceListQueries {

    private static final String PLAN_FOR_VALUES = "set local plan_cache_mode = force_custom_plan";

    private final JdbcClient database;

    TraceListQueries(JdbcClient database) {
        this.database = database;
    }

    /// Has the database plan the further statements of this transaction for their values.
    void planForValues() {
        database.sql(PLAN_FOR_VALUES).update();
    }

    List<ListedTrace> page(TraceFilter filter, int limit, int offset) {
        return database.sql(filter.rootsOnly() ? TraceSql.PAGE : TraceSql.SPAN_PAGE)
                .params(filter.parameters())
                .param("limit", limit)
                .param("offset", offset)
                .param("end", (long) limit + offset)
                .query((row, number) -> ListedTrace.of(row))
                .list();
    }

    long count(TraceFilter filter) {
        return database.sql(counting(filter))
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    private static String counting(TraceFilter filter) {
        if (filter.rootsOnly()) {
            return TraceSql.COUNT;
        }
        return filter.isOfSingleSpans() ? TraceSql.SPAN_COUNT : TraceSql.SPAN_SUM;
    }
}
