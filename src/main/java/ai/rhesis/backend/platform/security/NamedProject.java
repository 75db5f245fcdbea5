package ai.rhesis.backend.platform.security;

import ai.rhesis.backend.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// The project that a request names, in its header or in its query.
///
/// @param acrossProjects the requests that are for all projects, whatever they name
/// @param inQuery the requests whose `project_id` goes before the header
record NamedProject(RequestMatcher acrossProjects, RequestMatcher inQuery) {

    private static final String HEADER = "X-Project-Id";
    private static final String PARAMETER = "project_id";
    private static final UUID NO_PROJECT = new UUID(0, 0);

    /// Returns the project; null where the request is for all of them.
    ///
    /// @throws ProblemException 400 for a `project_id` that is no UUID
    @Nullable
    UUID of(HttpServletRequest request) {
        if (acrossProjects.matches(request)) {
            return null;
        }
        String parameter = inQuery.matches(request) ? request.getParameter(PARAMETER) : null;
        return parameter == null || parameter.isBlank() ? ofHeader(request.getHeader(HEADER)) : ofQuery(parameter);
    }

    /// Reads the header. A text that is no id becomes an id that no project has, so that the database refuses
    /// both alike.
    private static @Nullable UUID ofHeader(@Nullable String header) {
        try {
            return header == null ? null : UUID.fromString(header.strip());
        } catch (IllegalArgumentException noId) {
            return NO_PROJECT;
        }
    }

    private static UUID ofQuery(String parameter) {
        try {
            return UUID.fromString(parameter.strip());
        } catch (IllegalArgumentException noId) {
            throw Problem.badRequest(PARAMETER, PARAMETER + " must be a UUID").exception();
        }
    }
}
