package ai.rhesis.backend.portal.preflight;

import java.util.UUID;

/// A preflight whose checks are to come.
record BegunPreflight(UUID correlationId, PreflightPlan plan) {}
