package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.Cursor;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tests of comparisons, page by page in the order of the candidate's set. A page costs the same at any depth.
@Service
@Transactional(readOnly = true)
public class ComparedTestPages {

    private static final List<String> OUTCOMES =
            List.of("improved", "regressed", "unchanged", "new", "missing", "not_comparable", "quarantined");

    private final ComparisonQueries comparisons;
    private final KeptPairQueries pairings;

    ComparedTestPages(ComparisonQueries comparisons, KeptPairQueries pairings) {
        this.comparisons = comparisons;
        this.pairings = pairings;
    }

    /// Returns the page behind a cursor, the first without one; `missing` includes those that were not run.
    ///
    /// @throws ProblemException 400 naming the bad parameter
    public Listing<ComparedTestView> page(UUID id, @Nullable String outcome, @Nullable String cursor, int limit) {
        if (outcome != null && !OUTCOMES.contains(outcome)) {
            throw Problem.notOneOf("outcome", OUTCOMES).exception();
        }
        ListRequest.requireLimit(limit, ListRequest.MAX_LIMIT);
        int after = positionOf(cursor);
        List<ComparedTestView> found = pairings.ofComparison(id)
                .map(pairing -> comparisons.tests(pairing, outcome, after, limit + 1))
                .orElse(List.of());
        return Listing.of(found, limit, test -> String.valueOf(test.position()));
    }

    private static int positionOf(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return 0;
        }
        if (!cursor.matches("\\d{1,9}")) {
            throw Cursor.invalid();
        }
        return Integer.parseInt(cursor);
    }
}
