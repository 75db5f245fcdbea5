package ai.rhesis.backend.suite.bulk;

/// Outcome for one test of many; one whose id exists already is left as it is.
public enum BulkStatus {
    CREATED,
    UNCHANGED,
    ERROR
}
