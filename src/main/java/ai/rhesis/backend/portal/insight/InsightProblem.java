package ai.rhesis.backend.portal.insight;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.Collection;

/// The refusals of questions that have no answer.
final class InsightProblem {

    private InsightProblem() {}

    static ProblemException unknown(String field, String value, Collection<String> allowed) {
        return Problem.badRequest(
                        field,
                        "'%s' is not allowed in %s; allowed are %s".formatted(value, field, String.join(", ", allowed)),
                        allowed)
                .exception();
    }

    static ProblemException bad(String field, String detail) {
        return Problem.badRequest(field, detail).exception();
    }
}
