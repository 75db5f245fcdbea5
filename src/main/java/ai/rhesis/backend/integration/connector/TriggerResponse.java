package ai.rhesis.backend.integration.connector;

/// A call on its way.
///
/// @param testRunId the id of the call, which is none of a run
record TriggerResponse(boolean success, String testRunId, String message) {

    static TriggerResponse of(String callId) {
        return new TriggerResponse(true, callId, "The function was called; its result is not waited for.");
    }
}
