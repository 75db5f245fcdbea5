package ai.rhesis.backend.portal.recycle;

/// The answer about a bin that was emptied.
///
/// @param failed how many objects stay because others need them
record EmptiedResponse(String message, int permanentlyDeleted, int failed, String warning) {

    static EmptiedResponse of(String table, int purged, int failed) {
        return new EmptiedResponse(
                "The recycle bin of " + table + " was emptied.", purged, failed, PurgeResponse.WARNING);
    }
}
