package ai.rhesis.backend.workspace.organization;

/// The end of an organization's setup, the same however often it is asked for.
record InitialDataResponse(String status, String message) {}
