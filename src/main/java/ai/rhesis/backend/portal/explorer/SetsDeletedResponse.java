package ai.rhesis.backend.portal.explorer;

import java.util.List;
import java.util.UUID;

/// The trees that were deleted, and the ids that are none.
record SetsDeletedResponse(List<UUID> deletedIds, List<UUID> notFoundIds) {}
