package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.platform.problem.Problem;

/// A page of a preview, counted from 1.
record PageRequest(int page, int size) {

    private static final int MAX_PAGE_SIZE = 100;

    PageRequest {
        if (page < 1) {
            throw Problem.badRequest("page", "page must be at least 1").exception();
        }
        if (size < 1 || size > MAX_PAGE_SIZE) {
            throw Problem.badRequest("page_size", "page_size must be between 1 and " + MAX_PAGE_SIZE)
                    .exception();
        }
    }

    /// Returns the number of rows before the page, beyond any file where the page is.
    int skip() {
        return (int) Math.min(Integer.MAX_VALUE - MAX_PAGE_SIZE, (page - 1L) * size);
    }
}
