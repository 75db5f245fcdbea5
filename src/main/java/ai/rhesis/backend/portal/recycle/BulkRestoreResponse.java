package ai.rhesis.backend.portal.recycle;

/// The numbers of objects that came back and that did not, with the outcome of each.
record BulkRestoreResponse(String message, Summary summary, RestoredView results) {

    static BulkRestoreResponse of(String table, RestoredView results) {
        int restored = results.restored().size();
        int failed = results.failed().size();
        int notFound = results.notFound().size();
        Summary summary = new Summary(restored + failed + notFound, restored, failed, notFound);
        return new BulkRestoreResponse("Bulk restore completed for " + table, summary, results);
    }

    record Summary(int totalRequested, int restored, int failed, int notFound) {}
}
