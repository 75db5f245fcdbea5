package ai.rhesis.backend.suite.bulk;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Deleted tests, and ids that named no living test, in the order of the body.
record DeletedTestsResponse(List<UUID> deletedIds, List<UUID> notFoundIds) {

    static DeletedTestsResponse of(List<UUID> asked, Set<UUID> deleted) {
        return new DeletedTestsResponse(
                asked.stream().distinct().filter(deleted::contains).toList(),
                asked.stream().distinct().filter(id -> !deleted.contains(id)).toList());
    }
}
