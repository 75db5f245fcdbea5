package ai.rhesis.backend.platform.query;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.Sort.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parameters of a list; the list's own defaults stand for what a client leaves out.
///
/// @param cursor where the page begins, empty for the first; null when pages are counted by `skip`
/// @param isCounted whether the client wants to know how many there are in all
public record ListRequest(
        int skip,
        @Nullable Integer limit,
        @Nullable String sortBy,
        @Nullable Direction direction,
        @Nullable String filter,
        @Nullable String cursor,
        boolean isCounted) {

    public static final int MAX_LIMIT = 100;

    /// Reads the parameters of a request by their names.
    ///
    /// @throws ProblemException naming the parameter that is out of bounds
    public static ListRequest of(Parameters parameters) {
        return of(parameters, MAX_LIMIT);
    }

    /// Reads the parameters of a request for a list with another longest page, as [#of(Parameters)] does.
    public static ListRequest of(Parameters parameters, int maxLimit) {
        String limit = parameters.get("limit");
        String cursor = parameters.get("cursor");
        String sortBy = parameters.get("sort_by");
        String order = parameters.get("sort_order");
        return new ListRequest(
                skipOf(parameters.get("skip"), cursor),
                limit == null ? null : limitOf(limit, maxLimit),
                sortBy == null ? parameters.get("order_by") : sortBy,
                directionOf(order == null ? parameters.get("order") : order),
                parameters.get(Filter.PARAMETER),
                cursor,
                cursor == null || isTrue("count", parameters.get("count")));
    }

    /// Returns the same request with this length of a page unless the client asks for another.
    public ListRequest limitedTo(int defaultLimit) {
        return limit == null ? new ListRequest(skip, defaultLimit, sortBy, direction, filter, cursor, isCounted) : this;
    }

    /// Checks the length of a page.
    ///
    /// @throws ProblemException 400 when it is out of bounds
    public static void requireLimit(int limit, int max) {
        if (limit > max) {
            throw Problem.badRequest("limit", "Limit cannot exceed " + max).exception();
        }
        if (limit < 1) {
            throw Problem.badRequest("limit", "Limit must be at least 1").exception();
        }
    }

    private static int skipOf(@Nullable String skip, @Nullable String cursor) {
        int value = skip == null ? 0 : number("skip", skip);
        if (value < 0) {
            throw Problem.badRequest("skip", "Skip cannot be negative").exception();
        }
        if (value > 0 && cursor != null) {
            throw Problem.badRequest("skip", "A cursor says where the page begins; leave skip out")
                    .exception();
        }
        return value;
    }

    private static int limitOf(String limit, int maxLimit) {
        int value = number("limit", limit);
        requireLimit(value, maxLimit);
        return value;
    }

    private static @Nullable Direction directionOf(@Nullable String order) {
        return switch (order) {
            case null -> null;
            case "asc" -> Direction.ASC;
            case "desc" -> Direction.DESC;
            default ->
                throw Problem.notOneOf("sort_order", List.of("asc", "desc")).exception();
        };
    }

    private static boolean isTrue(String parameter, @Nullable String value) {
        return switch (value == null ? "false" : value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.notOneOf(parameter, List.of("true", "false")).exception();
        };
    }

    private static int number(String parameter, String value) {
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException notOne) {
            throw Problem.badRequest(parameter, parameter + " must be a whole number up to " + Integer.MAX_VALUE)
                    .exception();
        }
    }

    /// The parameters of a request; null for one that was not sent.
    @FunctionalInterface
    public interface Parameters {

        @Nullable
        String get(String name);
    }
}
