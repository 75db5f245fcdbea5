package ai.rhesis.backend.suite.requirement;

/// The answer to a client that linked two objects or took their link away.
record LinkChangedResponse(String status, String message) {

    static LinkChangedResponse success(String message) {
        return new LinkChangedResponse("success", message);
    }
}
