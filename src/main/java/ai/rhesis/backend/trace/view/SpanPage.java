package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of single spans that were searched for.
///
/// @param total how many match in all
/// @param searchedBackTo when the oldest trace began whose spans were searched; null where all were
record SpanPage(
        List<ListedTrace> spans, long total, @Nullable Instant searchedBackTo) {

    /// Reads the rows of a search. Each holds both sums; where no span was found there is one row without an id.
    static SpanPage of(ResultSet rows) throws SQLException {
        rows.next();
        long total = rows.getLong("total");
        Instant searchedBackTo = Times.orNull(rows, "searched_back_to");
        List<ListedTrace> spans = new ArrayList<>();
        if (rows.getObject("id") != null) {
            do {
                spans.add(ListedTrace.of(rows));
            } while (rows.next());
        }
        return new SpanPage(spans, total, searchedBackTo);
    }
}
