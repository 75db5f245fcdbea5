package ai.rhesis.backend.web;

import ai.rhesis.backend.problem.Problem;
import ai.rhesis.backend.problem.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.CollectedProblem;
import tools.jackson.databind.exc.DeferredBindingException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns JSON into validated records, and what is wrong with it into one problem that names every bad field.
@Component
class Bodies {

    private final JsonMapper json;
    private final Validator validator;

    Bodies(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    ObjectNode tree(Object object) {
        return json.valueToTree(object);
    }

    <R> R bind(JsonNode tree, Class<R> type) {
        try {
            R bound = json.readerFor(type).readValueCollectingProblems(json.treeAsTokens(tree));
            Set<ConstraintViolation<R>> violations = validator.validate(bound);
            if (!violations.isEmpty()) {
                throw invalid(violations).exception();
            }
            return bound;
        } catch (JacksonException unreadable) {
            throw unreadable(unreadable).exception();
        }
    }

    static Problem invalid(Set<? extends ConstraintViolation<?>> violations) {
        return Problem.invalid(violations.stream()
                .map(violation -> Violation.ofBody(
                        snakeCase(violation.getPropertyPath().toString()), typeOf(violation), violation.getMessage()))
                .sorted(Comparator.comparing(violation -> violation.loc().toString()))
                .toList());
    }

    private static String typeOf(ConstraintViolation<?> violation) {
        return snakeCase(violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName());
    }

    static Problem unreadable(@Nullable Throwable failure) {
        return switch (failure) {
            case DeferredBindingException many ->
                Problem.invalid(
                        many.getProblems().stream().map(Bodies::violation).toList());
            case StreamReadException syntax ->
                Problem.invalid(List.of(Violation.ofBody(
                        Long.toString(Math.max(0, syntax.getLocation().getCharOffset())),
                        "json_invalid",
                        "not valid JSON at line %d, column %d"
                                .formatted(
                                        syntax.getLocation().getLineNr(),
                                        syntax.getLocation().getColumnNr()))));
            case DatabindException one ->
                Problem.invalid(List.of(Violation.ofBody(path(one), "type_error", "has the wrong type")));
            case null, default -> Problem.invalid(List.of(Violation.ofBody("", "missing", "a JSON body is required")));
        };
    }

    private static Violation violation(CollectedProblem problem) {
        String path = problem.getPath().toString().replace('/', '.');
        return Violation.ofBody(
                path,
                "type_error",
                "must be " + expected(problem.getTargetType().getRawClass()));
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return "one of the allowed values";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "Integer", "int", "Long", "long" -> "a whole number";
            case "Double", "double", "BigDecimal" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "Instant" -> "an ISO 8601 time";
            case "String" -> "a string";
            case "List", "Set" -> "an array";
            default -> "an object";
        };
    }

    private static String path(DatabindException failure) {
        return failure.getPath().stream()
                .map(reference -> reference.getPropertyName() == null
                        ? Integer.toString(reference.getIndex())
                        : reference.getPropertyName())
                .collect(Collectors.joining("."));
    }

    static String snakeCase(String path) {
        return path.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase();
    }
}
