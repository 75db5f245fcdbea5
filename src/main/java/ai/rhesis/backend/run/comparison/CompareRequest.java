package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Alternative;
import ai.rhesis.backend.platform.statistics.Significance;
import ai.rhesis.backend.run.verdict.Parameters;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A question about a run beside a baseline.
///
/// @param baseline the id of a run, or the name of a baseline of the candidate's test set
/// @param margin the loss that is tolerated, as a fraction
/// @param alpha the accepted rate of false alarms
/// @param detect the change for which `tests_needed` is given
/// @param metrics the metrics by id or name that make one family; all where absent
/// @param groupBy further breakdowns: `topic`, `category`, `requirement`, `metadata.<key>`
/// @param clusterBy `auto`, `none` or what tests are alike by
public record CompareRequest(
        @NotBlank @Size(max = 100) String baseline,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Nullable
        Double margin,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.2") @Nullable
        Double alpha,

        @Pattern(regexp = "two_sided|worse|better", message = "must be one of: two_sided, worse, better") @Nullable
        String alternative,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax(value = "1", inclusive = false) @Nullable
        Double detect,

        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 255) String> metrics,
        @Size(max = 5) @Nullable List<@Pattern(regexp = Grouping.KEY, message = Grouping.KEY_MESSAGE) String> groupBy,

        @Pattern(regexp = "auto|none|" + Grouping.KEY, message = "must be auto, none or " + Grouping.KEYS) @Nullable
        String clusterBy,

        @Pattern(regexp = "effective|automatic", message = "must be one of: effective, automatic") @Nullable
        String verdicts) {

    public static CompareRequest with(String baseline) {
        return new CompareRequest(baseline, null, null, null, null, null, null, null, null);
    }

    /// Asks the same question about one side, with a margin and an alpha where there are some.
    public CompareRequest asking(Alternative side, @Nullable Double margin, @Nullable Double alpha) {
        return new CompareRequest(
                baseline, margin, alpha, side.toString(), detect, metrics, groupBy, clusterBy, verdicts);
    }

    Parameters parameters() {
        Significance significance = new Significance(
                Objects.requireNonNullElse(alpha, Significance.DEFAULT_ALPHA),
                alternative == null
                        ? Alternative.TWO_SIDED
                        : Alternative.named(alternative).orElseThrow());
        return new Parameters(significance, margin, detect);
    }

    Grouping clustering() {
        return Grouping.of(clusterBy == null ? Grouping.AUTO : clusterBy);
    }

    List<Grouping> groups() {
        return groupBy == null
                ? List.of()
                : groupBy.stream().distinct().map(Grouping::of).toList();
    }
}
