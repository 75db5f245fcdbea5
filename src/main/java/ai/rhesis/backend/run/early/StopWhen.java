package ai.rhesis.backend.run.early;

import static java.util.Objects.requireNonNullElse;

import ai.rhesis.backend.platform.statistics.Significance;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The verdict at which a run ends before all of its tests were run.
///
/// @param baseline the id of an ended run, or the name of a baseline of the set; a run keeps the id
/// @param margin the loss that is tolerated, as a fraction; without one only `worse` ends a run
/// @param alpha the accepted rate of false alarms, however often the results are looked at
/// @param clusterBy `none` takes tests to be independent also where `auto` would not
public record StopWhen(
        @NotBlank @Size(max = 100) String baseline,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Nullable
        Double margin,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.2")
        Double alpha,

        @Pattern(regexp = "auto|none", message = "must be auto or none")
        String clusterBy) {

    private static final String AUTO = "auto";

    public StopWhen {
        alpha = requireNonNullElse(alpha, Significance.DEFAULT_ALPHA);
        clusterBy = requireNonNullElse(clusterBy, AUTO);
    }

    StopWhen against(UUID run) {
        return new StopWhen(run.toString(), margin, alpha, clusterBy);
    }

    @JsonIgnore
    UUID baselineId() {
        return UUID.fromString(baseline);
    }

    @JsonIgnore
    boolean isAuto() {
        return clusterBy.equals(AUTO);
    }
}
