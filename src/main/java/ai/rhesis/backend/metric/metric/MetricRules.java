package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.metric.assertion.Flaw;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rules on several fields of a metric together.
final class MetricRules {

    private final MetricRequest metric;
    private final @Nullable Flaw flaw;
    private final List<Violation> broken = new ArrayList<>();

    private MetricRules(TriedMetric tried) {
        this.metric = tried.request();
        this.flaw = tried.flaw();
    }

    static List<Violation> brokenBy(TriedMetric tried, String backend) {
        MetricRules rules = new MetricRules(tried);
        rules.check(backend);
        return rules.broken;
    }

    private void check(String backend) {
        if (metric.isAssertion(backend)) {
            checkAssertion();
        } else {
            checkJudge(backend);
        }
        if (metric.asksModel(backend)) {
            checkScale(backend);
        }
        Double min = metric.minScore();
        Double max = metric.maxScore();
        require(min == null || max == null || min < max, "min_score", "must be below max_score");
        require(categories().containsAll(passing()), "passing_categories", "must be among the categories");
    }

    private void checkAssertion() {
        require(!metric.scoreType().equals("categorical"), "score_type", "of an assertion is binary or numeric");
        if (flaw != null) {
            broken.add(Violation.ofBody(flaw.field(), "value_error", flaw.message()));
        }
    }

    private void checkJudge(String backend) {
        AssertionName name = AssertionName.of(metric.className());
        require(!name.isMistaken() || !MetricRequest.BACKENDS.contains(backend), "class_name", name.suggestion());
        require(!metric.evaluationPrompt().isBlank(), "evaluation_prompt", "must say what the judge is asked");
    }

    private void checkScale(String backend) {
        switch (metric.scoreType()) {
            case "numeric" -> checkThreshold(ScoreRange.of(metric, backend));
            case "categorical" -> checkCategories();
            default -> {}
        }
    }

    private void checkThreshold(ScoreRange range) {
        require(
                range.isWithin(),
                "threshold",
                "must lie between min_score and max_score, which are 0 and 1 when absent");
    }

    private void checkCategories() {
        boolean areDistinct = new HashSet<>(categories()).size() == categories().size();
        require(categories().size() >= 2 && areDistinct, "categories", "must be at least two, each once");
        require(!passing().isEmpty(), "passing_categories", "must name at least one of the categories");
    }

    private List<String> categories() {
        return Objects.requireNonNullElse(metric.categories(), List.of());
    }

    private List<String> passing() {
        return Objects.requireNonNullElse(metric.passingCategories(), List.of());
    }

    private void require(boolean holds, String field, String message) {
        if (!holds) {
            broken.add(Violation.ofBody(field, "value_error", message));
        }
    }
}
