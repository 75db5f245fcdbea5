package ai.rhesis.backend.platform.problem;

/// Ends a request with a problem that the client can act on; anything else that is thrown is a bug of ours.
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.httpStatus() + ": " + problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
