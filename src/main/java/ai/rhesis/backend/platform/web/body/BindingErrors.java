package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Violation;
import jakarta.validation.ConstraintViolation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The mapping of binding errors to violations with the paths that clients know.
final class BindingErrors {

    private BindingErrors() {}

    /// Takes what the path leads to out of the tree; false when it is not there.
    static boolean remove(JsonNode tree, List<Reference> path) {
        if (path.isEmpty()) {
            return false;
        }
        JsonNode parent = tree;
        for (Reference step : path.subList(0, path.size() - 1)) {
            parent =
                    step.getPropertyName() == null ? parent.path(step.getIndex()) : parent.path(step.getPropertyName());
        }
        Reference last = path.getLast();
        return switch (parent) {
            case ObjectNode object -> object.remove(String.valueOf(last.getPropertyName())) != null;
            case ArrayNode array -> blank(array, last.getIndex());
            default -> false;
        };
    }

    /// Replaces an element by null instead of removing it, so that the others keep the places that the client knows.
    private static boolean blank(ArrayNode array, int index) {
        boolean was = array.path(index).isNull();
        array.setNull(index);
        return !was;
    }

    /// Describes a rule that a record breaks.
    static Violation violation(ConstraintViolation<?> broken) {
        String rule = broken.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        String path = snakeCase(broken.getPropertyPath().toString()).replaceAll("\\.<[a-z ]+>", "");
        return Violation.ofBody(path, snakeCase(rule), broken.getMessage());
    }

    /// Describes a value of the wrong type.
    static Violation violation(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (Reference step : failure.getPath()) {
            path.append('.').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return Violation.ofBody(path.toString(), "type_error", "must be " + expected(failure));
    }

    private static String expected(JacksonException failure) {
        Class<?> type = failure instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return type != null && type.isEnum() ? "one of " + values(type) : named(type);
    }

    /// Lists the values of an enumeration as JSON has them.
    private static String values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JsonMapper.shared().valueToTree(constant).asString())
                .collect(Collectors.joining(", "));
    }

    private static String named(@Nullable Class<?> type) {
        return switch (type == null ? "" : type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "Integer", "int" -> "a whole number from -2147483648 to 2147483647";
            case "Long", "long" -> "a whole number of at most 18 digits";
            case "Double", "double" -> "a number of at most 15 significant digits, up to 1e308";
            case "BigDecimal" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "Instant" -> "an ISO 8601 time of the years 1 to 9999";
            case "String" -> "a string";
            case "List", "Set", "ArrayList" -> "an array";
            case "" -> "of the right type";
            default -> "an object";
        };
    }

    private static String snakeCase(String path) {
        return path.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
