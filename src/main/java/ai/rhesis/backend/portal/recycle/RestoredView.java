package ai.rhesis.backend.portal.recycle;

import java.util.List;
import java.util.UUID;

/// The outcome of a restoration by id.
record RestoredView(List<UUID> restored, List<Conflict> failed, List<UUID> notFound) {}
