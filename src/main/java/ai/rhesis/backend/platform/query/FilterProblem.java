package ai.rhesis.backend.platform.query;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.Collection;
import java.util.TreeSet;

/// The problem with a filter that can't be used: where it is, counted in characters from 0, and what could stand
/// there.
final class FilterProblem {

    private FilterProblem() {}

    static ProblemException at(int place, String detail) {
        return problem(place, detail).exception();
    }

    static ProblemException at(int place, String detail, Collection<String> allowed) {
        return problem(place, detail)
                .with("allowed_values", new TreeSet<>(allowed))
                .exception();
    }

    private static Problem problem(int place, String detail) {
        return Problem.badRequest(Filter.PARAMETER, detail + " (at position " + place + ").")
                .with("position", place);
    }
}
