package ai.rhesis.backend.portal.recycle;

import java.util.UUID;

/// An object that was removed for good.
record PurgeResponse(UUID id, String tableName, String message) {}
