package ai.rhesis.backend.portal.recycle;

import java.util.List;
import java.util.UUID;

/// What became of each id.
record RestoredView(List<UUID> restored, List<Conflict> failed, List<UUID> notFound) {}
