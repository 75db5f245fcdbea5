package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.run.reviewqueue.QueueItem.QueuedResult;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A test to review as a client reads it. Of a blind queue the results tell neither the run that they are of nor what
/// was judged automatically.
///
/// @param inclusionProbability null where it would tell a reviewer how sure the judge is
/// @param isDone whether as many people reviewed it as the queue asks for
/// @param isReviewed whether the caller reviewed every result of it
record QueueItemResponse(
        int position,
        @Nullable Double inclusionProbability,
        boolean isDone,
        boolean isReviewed,
        QueuedCase test,
        List<ResultToReview> results) {

    static QueueItemResponse of(QueueItem item, ReviewQueue queue, JsonMapper json) {
        QueuedResult any = item.results().isEmpty() ? null : item.results().getFirst();
        return new QueueItemResponse(
                item.position(),
                item.probability(),
                item.reviewers() >= queue.reviewsPerItem(),
                item.isReviewed(),
                new QueuedCase(item.testId(), any == null ? null : any.input(), any == null ? null : any.expected()),
                item.results().stream()
                        .map(result -> queue.isBlind()
                                ? ResultToReview.blind(result, json)
                                : ResultToReview.open(result, json))
                        .toList());
    }

    /// Returns the same for whoever is to review it, without the probability in a blind queue.
    QueueItemResponse toReview(ReviewQueue queue) {
        return queue.isBlind() ? new QueueItemResponse(position, null, isDone, isReviewed, test, results) : this;
    }

    /// The words that the test says to the target, and those that are expected of it.
    record QueuedCase(
            UUID id, @Nullable String input, @Nullable String expectedResponse) {}

    /// A result of the test.
    ///
    /// @param review the caller's own, made since the queue was drawn
    /// @param run null in a blind queue, as verdict and metrics are
    record ResultToReview(
            UUID testResultId,
            @Nullable JsonNode testOutput,
            @Nullable OwnReview review,
            @Nullable QueuedRun run,
            @Nullable String verdict,
            @Nullable JsonNode metrics) {

        private static final List<String> SHOWN = List.of("output", "context", "tool_calls", "conversation_summary");
        private static final List<String> SHOWN_OF_TURNS = List.of("turn", "penelope_message", "target_response");

        static ResultToReview open(QueuedResult result, JsonMapper json) {
            return new ResultToReview(
                    result.id(),
                    read(result.output(), json),
                    OwnReview.of(result),
                    new QueuedRun(result.runId(), result.runName()),
                    result.verdict(),
                    read(result.metrics(), json));
        }

        static ResultToReview blind(QueuedResult result, JsonMapper json) {
            return new ResultToReview(
                    result.id(), blinded(read(result.output(), json)), OwnReview.of(result), null, null, null);
        }

        /// Keeps only what the target and its user said: a stored output also holds what a model made of them.
        private static @Nullable JsonNode blinded(@Nullable JsonNode output) {
            if (!(output instanceof ObjectNode object)) {
                return output;
            }
            object.retain(SHOWN);
            object.path("conversation_summary").forEach(turn -> {
                if (turn instanceof ObjectNode one) {
                    one.retain(SHOWN_OF_TURNS);
                }
            });
            return object;
        }

        private static @Nullable JsonNode read(@Nullable String text, JsonMapper json) {
            return text == null ? null : json.readTree(text);
        }
    }

    record QueuedRun(UUID id, String name) {}

    /// The verdict of the caller.
    record OwnReview(UUID reviewId, String rating) {

        static @Nullable OwnReview of(QueuedResult result) {
            return result.reviewId() == null || result.rating() == null
                    ? null
                    : new OwnReview(result.reviewId(), result.rating());
        }
    }
}
