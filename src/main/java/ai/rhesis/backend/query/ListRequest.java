package ai.rhesis.backend.query;

import ai.rhesis.backend.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What a client asks of a list; what it leaves out, the list's own defaults decide.
public record ListRequest(
        int skip, @Nullable Integer limit, @Nullable String sortBy, boolean ascending) {

    public static final int MOST = 100;

    /// @throws ai.rhesis.backend.problem.ProblemException naming the parameter that is out of bounds
    public static ListRequest of(
            @Nullable String skip, @Nullable String limit, @Nullable String sortBy, @Nullable String sortOrder) {
        return new ListRequest(skipOf(skip), limit == null ? null : limitOf(limit), sortBy, isAscending(sortOrder));
    }

    private static int skipOf(@Nullable String skip) {
        int value = skip == null ? 0 : number("skip", skip);
        if (value < 0) {
            throw Problem.badRequest("skip", "Skip cannot be negative").exception();
        }
        return value;
    }

    private static int limitOf(String limit) {
        int value = number("limit", limit);
        if (value > MOST) {
            throw Problem.badRequest("limit", "Limit cannot exceed " + MOST).exception();
        }
        if (value < 1) {
            throw Problem.badRequest("limit", "Limit must be at least 1").exception();
        }
        return value;
    }

    private static boolean isAscending(@Nullable String order) {
        return switch (order == null ? "desc" : order) {
            case "asc" -> true;
            case "desc" -> false;
            default ->
                throw Problem.badRequest("sort_order", "sort_order must be asc or desc")
                        .with("allowed_values", new String[] {"asc", "desc"})
                        .exception();
        };
    }

    private static int number(String parameter, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException notOne) {
            throw Problem.badRequest(parameter, parameter + " must be a whole number")
                    .exception();
        }
    }
}
