package ai.rhesis.backend.run.history;

import ai.rhesis.backend.platform.query.Cursor;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.suite.testset.TestSetService;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The runs of test sets, page by page, the newest first.
@Service
@Transactional(readOnly = true)
class HistoryService {

    private final HistoryQueries history;
    private final TestSetService sets;

    HistoryService(HistoryQueries history, TestSetService sets) {
        this.history = history;
        this.sets = sets;
    }

    /// Returns the page behind a cursor, the first without one.
    ///
    /// @throws ProblemException 400 naming the bad parameter, 404 or 410 without the set
    Listing<RatedRunView> page(String setKey, @Nullable String cursor, int limit) {
        ListRequest.requireLimit(limit, ListRequest.MAX_LIMIT);
        UUID setId = sets.requireId(setKey);
        List<RatedRunView> found = history.page(setId, runOf(cursor), limit + 1);
        return Listing.of(found, limit, run -> run.id().toString());
    }

    private static @Nullable UUID runOf(@Nullable String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException none) {
            throw Cursor.invalid();
        }
    }
}
