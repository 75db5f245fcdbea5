package ai.rhesis.backend.trace.view;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The lists of single spans. Conditions on spans are tried on those of the newest traces, a bounded number.
@Repository
class SpanListQueries {

    private static final int MAX_TRACES = 20_000;

    /// A trace has fewer spans than this, so that at least one is searched.
    private static final int MAX_SPANS = 200_000;

    private final JdbcClient database;
    private final int maxTraces;
    private final int maxSpans;

    @Autowired
    SpanListQueries(JdbcClient database) {
        this(database, MAX_TRACES, MAX_SPANS);
    }

    SpanListQueries(JdbcClient database, int maxTraces, int maxSpans) {
        this.database = database;
        this.maxTraces = maxTraces;
        this.maxSpans = maxSpans;
    }

    /// Lists the spans of the traces that match.
    List<ListedTrace> page(TraceFilter filter, TracePage page) {
        return database.sql(SpanSql.PAGE)
                .params(filter.parameters())
                .params(page.parameters())
                .query((row, number) -> ListedTrace.of(row))
                .list();
    }

    long count(TraceFilter filter) {
        return database.sql(SpanSql.COUNT)
                .params(filter.parameters())
                .query(Long.class)
                .single();
    }

    /// Lists those spans that match by themselves, of the newest traces.
    SpanPage search(TraceFilter filter, TracePage page) {
        return database.sql(SpanSql.SEARCH)
                .params(filter.parameters())
                .params(page.parameters())
                .param("maxTraces", maxTraces)
                .param("maxSpans", maxSpans)
                .query(SpanPage::of);
    }
}
