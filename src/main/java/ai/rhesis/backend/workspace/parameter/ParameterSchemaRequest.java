package ai.rhesis.backend.workspace.parameter;

import static java.util.Objects.requireNonNullElse;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The parameters of a project as a client writes them, all at once.
record ParameterSchemaRequest(
        @NotNull @Size(max = MAX_FIELDS) List<@NotNull @Valid NewField> fields) {

    static final int MAX_FIELDS = 200;

    /// @throws ProblemException 422 naming every field that breaks a rule
    ParameterSchema toSchema() {
        List<Violation> violations = new ArrayList<>();
        List<ParameterField> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < fields.size(); index++) {
            NewField field = fields.get(index);
            FieldPlace place = new FieldPlace("fields[" + index + "].", violations);
            if (!names.add(field.name())) {
                place.add("name", "is used twice in this schema");
            }
            read.add(field.toField(place));
        }
        ParameterSchema schema = new ParameterSchema(read);
        if (schema.size() > ParameterSchema.MAX_BYTES) {
            violations.add(Violation.ofBody("fields", "value_error", "must take at most 1 MB"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).exception();
        }
        return schema;
    }

    /// One parameter.
    ///
    /// @param defaultValue `{"type", "value"}`
    record NewField(
            @NotNull @Size(max = 255) @Pattern(regexp = "[a-z][a-z0-9_]*", message = "must match ^[a-z][a-z0-9_]*$")
            String name,

            @NotNull ParameterType type,
            @Nullable String description,
            Boolean required,
            @JsonProperty("default") @Nullable JsonNode defaultValue,
            @Nullable List<@NotNull String> options,
            Integer displayOrder) {

        NewField {
            required = requireNonNullElse(required, false);
            displayOrder = requireNonNullElse(displayOrder, 0);
            defaultValue = defaultValue == null || defaultValue.isNull() ? null : defaultValue;
        }

        private ParameterField toField(FieldPlace place) {
            checkOptions(place);
            ParameterField plain = new ParameterField(name, type, description, required, null, options, displayOrder);
            if (defaultValue == null) {
                return plain;
            }
            try {
                ParameterValue value = plain.readTyped(defaultValue);
                return new ParameterField(name, type, description, required, value, options, displayOrder);
            } catch (UnfitValueException unfit) {
                place.add("default", String.valueOf(unfit.getMessage()));
                return plain;
            }
        }

        private void checkOptions(FieldPlace place) {
            if (type == ParameterType.ENUM && (options == null || options.isEmpty())) {
                place.add("options", "are required for an enum");
            }
            if (type != ParameterType.ENUM && options != null) {
                place.add("options", "are allowed for an enum only");
            }
        }
    }

    /// The place of a field in the body, and where its mistakes are noted.
    private record FieldPlace(String path, List<Violation> violations) {

        void add(String key, String message) {
            violations.add(Violation.ofBody(path + key, "value_error", message));
        }
    }
}
