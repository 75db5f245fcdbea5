package ai.rhesis.backend.frontend;

import ai.rhesis.backend.support.Api;

/// The pages of the frontend, as the service sees them.
final class Pages {

    private Pages() {}

    /// Calls as a page in a project does: with its id, and for the type of answers that it reads.
    static Api in(Api caller, String project) {
        return caller.with("X-Project-Id", project).with("Accept", "application/json");
    }
}
