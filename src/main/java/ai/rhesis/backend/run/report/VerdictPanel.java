package ai.rhesis.backend.run.report;

import ai.rhesis.backend.run.comparison.Comparison;
import ai.rhesis.backend.run.comparison.Comparison.Assumption;
import ai.rhesis.backend.run.comparison.Comparison.GroupComparison;
import ai.rhesis.backend.run.comparison.Comparison.MetricComparison;
import ai.rhesis.backend.run.comparison.Comparison.TestCounts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The verdict on a run beside its baseline: the sentence, the counts, and the changes with their intervals.
public record VerdictPanel(
        UUID id,
        String verdict,
        String sentence,
        String baseline,
        TestCounts tests,
        @Nullable IntervalChart change,
        List<Row> requirements,
        List<Row> metrics,
        List<String> assumptions) {

    static VerdictPanel of(Comparison comparison) {
        return new VerdictPanel(
                comparison.id(),
                comparison.verdict(),
                comparison.reason(),
                comparison.baseline().name(),
                comparison.tests(),
                IntervalChart.of(
                        comparison.passRate().delta(), comparison.passRate().ci()),
                comparison.requirements().stream().map(Row::of).toList(),
                comparison.metrics().stream().filter(Row::isShare).map(Row::of).toList(),
                comparison.assumptions().stream().map(Assumption::text).toList());
    }

    /// Returns `better`, `worse`, or `unchanged` of all that lies between, for colours.
    public String mood() {
        return switch (verdict) {
            case "better", "worse" -> verdict;
            default -> "unchanged";
        };
    }

    /// Returns the title, such as `Not worse`.
    public String title() {
        String words = verdict.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Returns the tables of changes that have rows.
    public List<Changes> changes() {
        return Stream.of(
                        new Changes("Change by requirement", "Requirement", requirements),
                        new Changes("Change by metric", "Metric", metrics))
                .filter(changes -> !changes.rows().isEmpty())
                .toList();
    }

    public boolean hasRegressions() {
        return tests.regressed() > 0;
    }

    /// A table of the page.
    public record Changes(String title, String column, List<Row> rows) {}

    /// The change of one requirement or metric.
    public record Row(String name, long paired, @Nullable IntervalChart chart, String p) {

        static Row of(GroupComparison group) {
            return new Row(
                    Objects.requireNonNullElse(group.name(), "No requirement"),
                    group.paired(),
                    IntervalChart.of(group.delta(), group.ci()),
                    shown(group.pAdjusted()));
        }

        static Row of(MetricComparison metric) {
            return new Row(
                    metric.name(),
                    metric.paired(),
                    IntervalChart.of(metric.delta(), metric.ci()),
                    shown(metric.pAdjusted()));
        }

        /// Tells whether the metric changes in points of a rate, and not in its own scores.
        static boolean isShare(MetricComparison metric) {
            return !metric.kind().equals("numeric");
        }

        private static String shown(@Nullable Double p) {
            if (p == null) {
                return "–";
            }
            return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
        }
    }
}
