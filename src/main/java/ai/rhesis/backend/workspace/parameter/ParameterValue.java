package ai.rhesis.backend.workspace.parameter;

import com.fasterxml.jackson.annotation.JsonCreator;

/// A value with its type.
///
/// @param value a `String`, `BigInteger`, `Double` or `Boolean`
public record ParameterValue(ParameterType type, Object value) {

    /// Restores the type of a number: JSON has one kind where parameters have two.
    @JsonCreator
    public ParameterValue {
        value = type.restore(value);
    }
}
