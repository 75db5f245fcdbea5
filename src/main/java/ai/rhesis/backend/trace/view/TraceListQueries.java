package ai.rhesis.backend.trace.view;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lists of traces.
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

    List<ListedTrace> page(TraceFilter filter, TracePage page) {
        return database.sql(TraceSql.PAGE)
                .params(filter.parameters())
                .params(page.parameters())
                .query((row, number) -> ListedTrace.of(row))
                .list();
    }

    long count(TraceFilter filter) {
        return database.sql(TraceSql.COUNT)
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }
}
