package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.problem.Problem;

/// A page of a preview, counted from 1.
record PageRequest(int page, int size) {

    private static final int MOST = 100;

    PageRequest {
        if (page < 1) {
            throw Problem.badRequest("page", "page must be at least 1").exception();
        }
        if (size < 1 || size > MOST) {
            throw Problem.badRequest("page_size", "page_size must be between 1 and " + MOST)
                    .exception();
        }
    }

    /// Beyond any file where the page is.
    int skip() {
        return (int) Math.min(Integer.MAX_VALUE - MOST, (page - 1L) * size);
    }
}
