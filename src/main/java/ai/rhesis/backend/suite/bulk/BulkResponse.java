package ai.rhesis.backend.suite.bulk;

import java.util.List;
import java.util.UUID;

/// The outcome for many tests.
///
/// @param success whether no test was refused
/// @param totalTests the tests of the body that exist now; in a dry run, that would
record BulkResponse(
        boolean success, long totalTests, String message, List<UUID> ids, List<BulkResultResponse> results) {

    static BulkResponse of(BulkView view) {
        long created = view.count(BulkStatus.CREATED);
        long unchanged = view.count(BulkStatus.UNCHANGED);
        long refused = view.count(BulkStatus.ERROR);
        return new BulkResponse(
                refused == 0,
                created + unchanged,
                (view.dryRun() ? "Nothing was written; would be" : "Tests") + " created: " + created + ", unchanged: "
                        + unchanged + ", refused: " + refused,
                view.ids(),
                view.results().stream().map(BulkResultResponse::of).toList());
    }
}
