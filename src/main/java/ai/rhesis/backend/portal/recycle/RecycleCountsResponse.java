package ai.rhesis.backend.portal.recycle;

import java.util.Map;

/// The numbers of deleted objects, of the tables that have any.
record RecycleCountsResponse(int totalModelsWithDeleted, Map<String, RecycleCount> counts) {

    static RecycleCountsResponse of(Map<String, RecycleCount> counts) {
        return new RecycleCountsResponse(counts.size(), counts);
    }

    /// The number of deleted objects of one table.
    record RecycleCount(long count, String className) {}
}
