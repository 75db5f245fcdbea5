package ai.rhesis.backend.run.report;

import ai.rhesis.backend.run.comparison.ComparedTestView;
import ai.rhesis.backend.run.comparison.ComparedTestView.Side;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test that is worse than in the baseline, with both outputs and their differences.
///
/// @param reasons what the metrics say that it no longer satisfies
public record Regression(
        String name,
        @Nullable String input,
        @Nullable String expected,
        String statusBefore,
        String statusAfter,
        MarkedText outputs,
        List<Reason> reasons) {

    static Regression of(ComparedTestView test, JsonMapper json) {
        return new Regression(
                test.name(),
                test.input(),
                test.expected(),
                Objects.requireNonNullElse(test.baseline().status(), "–"),
                Objects.requireNonNullElse(test.candidate().status(), "–"),
                MarkedText.of(said(test.baseline(), json), said(test.candidate(), json)),
                tree(test.candidate().metrics(), json)
                        .propertyStream()
                        .filter(metric ->
                                !metric.getValue().path("is_successful").asBoolean(false))
                        .map(metric -> Reason.of(metric.getKey(), metric.getValue()))
                        .toList());
    }

    /// Returns the output of a result, or its error where it has none.
    private static String said(Side side, JsonMapper json) {
        String output = Outputs.text(tree(side.output(), json));
        return output == null ? Objects.requireNonNullElse(side.error(), "") : output;
    }

    private static JsonNode tree(@Nullable String text, JsonMapper json) {
        return text == null ? json.missingNode() : json.readTree(text);
    }

    /// A metric and why it is not satisfied.
    public record Reason(String metric, String text) {

        static Reason of(String metric, JsonNode said) {
            return new Reason(
                    metric, said.path("reason").asString(said.path("error").asString("")));
        }
    }
}
