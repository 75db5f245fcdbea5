package ai.rhesis.backend.trace.store.retention;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule beside what follows from it and from the wider ones.
///
/// @param projectId null for the rule of the organization
record TraceRuleView(@Nullable UUID projectId, TraceRule own, TraceRule effective) {}
