package ai.rhesis.backend.portal.recycle;

import java.util.List;

/// One page of the deleted objects of a table, in the shape of the living.
///
/// @param count how many there are on this page
record RecyclePageResponse(String model, int count, List<?> items, boolean hasMore) {

    static RecyclePageResponse of(String table, List<?> items, boolean hasMore) {
        return new RecyclePageResponse(table, items.size(), items, hasMore);
    }
}
