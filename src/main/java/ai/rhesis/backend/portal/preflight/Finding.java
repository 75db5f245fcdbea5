package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The outcome of a check, in words.
record Finding(
        CheckStatus status,
        @Nullable String message,
        @Nullable String detail) {

    static final Finding RUNNING = new Finding(CheckStatus.RUNNING, null, null);

    private static final int MAX_DETAIL = 500;

    Finding {
        detail = detail == null || detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "…";
    }

    static Finding passed(String message, @Nullable String detail) {
        return new Finding(CheckStatus.PASSED, message, detail);
    }

    static Finding failed(String message, @Nullable String detail) {
        return new Finding(CheckStatus.FAILED, message, detail);
    }

    static Finding warning(String message, @Nullable String detail) {
        return new Finding(CheckStatus.WARNING, message, detail);
    }

    static Finding skipped(String message) {
        return new Finding(CheckStatus.SKIPPED, message, null);
    }

    /// Makes a failure of what a request would have been refused for.
    static Finding of(Problem problem) {
        return failed(problem.detail() instanceof String text ? text : "The request can't be carried out", null);
    }
}
