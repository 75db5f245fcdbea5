package ai.rhesis.backend.platform.problem;

/// The end of a request by a problem that the client can act on. Any other exception is a bug.
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
