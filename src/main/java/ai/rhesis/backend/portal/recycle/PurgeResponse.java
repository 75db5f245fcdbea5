package ai.rhesis.backend.portal.recycle;

import java.util.UUID;

/// The answer about an object that was removed for good.
record PurgeResponse(String message, UUID itemId, String warning) {

    static final String WARNING = "This can't be undone.";

    static PurgeResponse of(String table, UUID id) {
        return new PurgeResponse("One " + table + " was removed for good.", id, WARNING);
    }
}
