package ai.rhesis.backend.run.experiment;

import ai.rhesis.backend.workspace.parameter.ParameterValue;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The value of a parameter in a version and in the one that it was made from; null where it has none.
record Difference(@Nullable ParameterValue before, @Nullable ParameterValue after) {

    @JsonIgnore
    boolean isOne() {
        return !Objects.equals(before, after);
    }
}
