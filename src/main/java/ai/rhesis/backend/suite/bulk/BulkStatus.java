package ai.rhesis.backend.suite.bulk;

/// What became of one test of many; one that exists already by its id is left as it is.
public enum BulkStatus {
    CREATED,
    UNCHANGED,
    ERROR
}
