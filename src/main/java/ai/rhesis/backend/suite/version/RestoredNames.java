package ai.rhesis.backend.suite.version;

import java.util.Map;
import java.util.UUID;

/// The ids behind the names in restored contents.
record RestoredNames(
        Map<String, UUID> types,
        Map<String, UUID> categories,
        Map<String, UUID> topics,
        Map<String, UUID> requirements) {}
