package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.run.testresult.MetricScore;
import ai.rhesis.backend.run.testresult.Verdict;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The result of one item before it is written.
record ItemResult(
        UUID id,
        UUID itemId,
        Verdict verdict,
        JsonNode output,
        @Nullable Long latencyMillis,
        Usage usage,
        List<MetricScore> scores,
        @Nullable String error,
        @Nullable String errorType) {

    /// Makes the result of an answer that the metrics judged.
    static ItemResult judged(Item item, TestExchange exchange, List<MetricScore> scores) {
        return new ItemResult(
                item.resultId(),
                item.id(),
                Verdict.of(scores),
                exchange.output(),
                exchange.evidence().latencyMillis(),
                exchange.usage(),
                scores,
                scores.isEmpty() ? "no metric applies to this test" : null,
                scores.isEmpty() ? "no_metric" : null);
    }

    /// Makes the result of an item without an answer to judge.
    static ItemResult failed(Item item, String errorType, String error) {
        return failed(item.resultId(), item.id(), errorType, error);
    }

    /// Makes the result of an item that nobody has in hand.
    static ItemResult failed(UUID itemId, String errorType, String error) {
        return failed(BaseEntity.newId(), itemId, errorType, error);
    }

    private static ItemResult failed(UUID id, UUID itemId, String errorType, String error) {
        return new ItemResult(
                id,
                itemId,
                Verdict.ERROR,
                StoredOutput.ofError(error),
                null,
                Usage.UNKNOWN,
                List.of(),
                error,
                errorType);
    }

    ItemResult took(long millis) {
        return new ItemResult(id, itemId, verdict, output, millis, usage, scores, error, errorType);
    }

    /// Tells whether there was no answer to judge.
    boolean isUnanswered() {
        return output.has("error");
    }

    /// Estimates the length of all texts that it holds.
    long length() {
        return length(output) + scores.stream().mapToLong(ItemResult::length).sum();
    }

    private static long length(JsonNode node) {
        return node.isString()
                ? node.stringValue().length()
                : node.valueStream().mapToLong(ItemResult::length).sum();
    }

    private static long length(MetricScore score) {
        return score.reason() == null ? 0 : score.reason().length();
    }

    Usage judgeUsage() {
        return scores.stream().map(MetricScore::usage).reduce(Usage.UNKNOWN, Usage::plus);
    }
}
