package ai.rhesis.backend.platform.web.problem;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Problems with parameters of a path, a query or a form that Spring binds.
final class ParameterProblems {

    private static final String UUID_WANTED = "a UUID";

    private ParameterProblems() {}

    static Problem wrongType(MethodArgumentTypeMismatchException failure) {
        String wanted = wanted(failure.getRequiredType());
        return Problem.invalid(List.of(Violation.at(
                failure.getParameter().hasParameterAnnotation(PathVariable.class) ? "path" : "query",
                failure.getName(),
                wanted.equals(UUID_WANTED) ? "uuid_parsing" : "type_error",
                "must be " + wanted)));
    }

    private static String wanted(@Nullable Class<?> type) {
        return switch (type == null ? "" : type.getSimpleName()) {
            case "UUID" -> UUID_WANTED;
            case "Integer", "int" -> "a whole number from -2147483648 to 2147483647";
            case "Long", "long" -> "a whole number";
            case "Boolean", "boolean" -> "true or false";
            case "LocalDate" -> "a date such as 2026-11-01";
            default -> "of the right type";
        };
    }

    /// Creates the problem of the first parameter that breaks a rule written at the handler.
    static Problem brokenRule(HandlerMethodValidationException failure) {
        ParameterValidationResult first =
                failure.getParameterValidationResults().getFirst();
        String name = String.valueOf(first.getMethodParameter().getParameterName());
        MessageSourceResolvable error = first.getResolvableErrors().getFirst();
        String detail = name + " " + error.getDefaultMessage();
        String pattern = String.valueOf(first.unwrap(error, ConstraintViolation.class)
                .getConstraintDescriptor()
                .getAttributes()
                .get("regexp"));
        return pattern.contains("|")
                ? Problem.badRequest(name, detail, List.of(pattern.split("[|]")))
                : Problem.badRequest(name, detail);
    }

    static Problem missing(String origin, String name) {
        return Problem.invalid(List.of(Violation.at(origin, name, "missing", "is required")));
    }
}
