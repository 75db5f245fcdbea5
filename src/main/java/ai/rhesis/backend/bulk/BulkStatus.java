package ai.rhesis.backend.bulk;

/// What became of one test of many; one that exists already by its id is left as it is.
public enum BulkStatus {
    CREATED,
    UNCHANGED,
    ERROR
}
