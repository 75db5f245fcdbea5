package ai.rhesis.backend.workspace.parameter;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The parameters of a project, in their order.
public record ParameterSchema(List<ParameterField> fields) {

    /// The bytes that the values of a version, or the fields of a schema, take at most.
    static final int MAX_BYTES = 1_048_576;

    /// Returns the hash of the fields that clients compute as well.
    public String fingerprint() {
        return CanonicalJson.hash(canonical());
    }

    /// Returns the size of the fields as they are hashed, in bytes.
    int size() {
        return ParameterValues.bytes(CanonicalJson.of(canonical()));
    }

    private Map<String, Object> canonical() {
        return Map.of("fields", fields.stream().map(ParameterField::canonical).toList());
    }

    /// Takes the values that a client sends: names that are no parameters are dropped, defaults are filled in.
    ///
    /// @throws ProblemException 422 naming every value that does not fit
    public ParameterValues values(Map<String, JsonNode> sent) {
        List<Violation> violations = new ArrayList<>();
        Map<String, ParameterValue> values = new LinkedHashMap<>();
        for (ParameterField field : fields) {
            ParameterValue value = value(field, sent.get(field.name()), violations);
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        ParameterValues all = new ParameterValues(values);
        if (all.size() > MAX_BYTES) {
            throw Problem.invalid("values", "must take at most 1 MB").exception();
        }
        return all;
    }

    private static @Nullable ParameterValue value(
            ParameterField field, @Nullable JsonNode sent, List<Violation> violations) {
        String place = "values." + field.name();
        if (sent != null) {
            try {
                return field.read(sent);
            } catch (UnfitValueException unfit) {
                violations.add(Violation.ofBody(place, "value_error", String.valueOf(unfit.getMessage())));
                return null;
            }
        }
        if (field.defaultValue() == null && field.required()) {
            violations.add(Violation.ofBody(place, "missing", "is required, and has no default"));
        }
        return field.defaultValue();
    }
}
