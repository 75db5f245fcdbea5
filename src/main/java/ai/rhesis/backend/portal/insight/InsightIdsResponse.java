package ai.rhesis.backend.portal.insight;

import java.util.List;
import java.util.UUID;

/// The ids of what a question is about, each once.
record InsightIdsResponse(String entity, List<UUID> ids) {}
