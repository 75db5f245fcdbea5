package ai.rhesis.backend.run.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The judgement of one metric about a result.
public record MetricVerdict(JsonNode said) {

    public String name() {
        return said.path("name").asString("");
    }

    /// Returns the category, or the number that it scored.
    public @Nullable String score() {
        JsonNode score = said.path("score");
        return score.isNumber() ? Figures.score(score.doubleValue()) : text("category");
    }

    /// Returns `>= 0.7`, where a judge's score is compared with it; an assertion says in its reason what it
    /// compared.
    public @Nullable String threshold() {
        JsonNode threshold = said.path("threshold");
        return threshold.isNumber() && said.path("operator").isString()
                ? said.path("operator").stringValue() + " " + Figures.score(threshold.doubleValue())
                : null;
    }

    public boolean isSatisfied() {
        return said.path("is_successful").asBoolean(false);
    }

    public String mark() {
        return isSatisfied() ? "passed" : said.path("is_successful").isBoolean() ? "failed" : "error";
    }

    public @Nullable String reason() {
        return text("reason");
    }

    public @Nullable String problem() {
        return text("error");
    }

    private @Nullable String text(String key) {
        JsonNode value = said.path(key);
        return value.isString() ? value.stringValue() : null;
    }
}
