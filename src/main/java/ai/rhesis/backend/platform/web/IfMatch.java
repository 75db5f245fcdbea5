package ai.rhesis.backend.platform.web;

import ai.rhesis.backend.platform.problem.Problem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The revision that a client expects to change; without the header it takes any.
public record IfMatch(@Nullable String header) {

    /// Expects a revision that was read here.
    public static IfMatch of(long revision) {
        return new IfMatch("\"" + revision + ".\"");
    }

    /// Compares with the revision of the locked row, so that nobody can change it in between.
    ///
    /// @throws ProblemException 412 when the client's revision is not this one
    public void check(long revision) {
        if (header != null && Arrays.stream(header.split(",")).noneMatch(tag -> matches(tag.strip(), revision))) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "The object was changed since you read it; read it again.")
                    .exception();
        }
    }

    private static boolean matches(String tag, long revision) {
        return tag.equals("*") || tag.startsWith("\"" + revision + ".") || tag.startsWith("W/\"" + revision + ".");
    }
}
