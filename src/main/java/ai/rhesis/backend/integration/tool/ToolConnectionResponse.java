package ai.rhesis.backend.integration.tool;

/// The outcome of a tried connection.
///
/// @param isAuthenticated `Yes` or `No`
record ToolConnectionResponse(String isAuthenticated, String message) {}
