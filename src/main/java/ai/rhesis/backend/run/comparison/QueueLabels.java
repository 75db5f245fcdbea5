package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.Moments;
import ai.rhesis.backend.platform.statistics.Ppi;
import ai.rhesis.backend.run.comparison.LabelQueries.DrawnLabels;
import ai.rhesis.backend.run.comparison.LabelQueries.ReviewedResults;
import ai.rhesis.backend.run.verdict.DrawnPairs;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The labels by which people correct the judge of two runs: the reviews of a queue that was drawn from both.
@Component
class QueueLabels {

    private final LabelQueries reviews;

    QueueLabels(LabelQueries reviews) {
        this.reviews = reviews;
    }

    /// @param automatic makes the pairs as they were judged automatically, should they be needed
    ReviewedPairs find(Pairing pairing, Supplier<Pairing> automatic) {
        ReviewedResults results = reviews.results(pairing);
        List<UUID> queues = reviews.queues(pairing);
        if (queues.isEmpty() || results.isNone()) {
            return ReviewedPairs.withoutLabels(results.baseline(), results.candidate(), !queues.isEmpty(), 0);
        }
        Pairing judged = automatic.get();
        DrawnLabels labelled = queues.stream()
                .map(queue -> reviews.drawn(queue, pairing, judged).labelled())
                .max(Comparator.comparingInt(DrawnLabels::size))
                .orElseThrow();
        return labelled.size() < Ppi.MIN_LABELLED
                ? ReviewedPairs.withoutLabels(results.baseline(), results.candidate(), true, labelled.size())
                : new ReviewedPairs(
                        results.baseline(),
                        results.candidate(),
                        true,
                        labelled.size(),
                        judged,
                        ppi(labelled.pairs(), reviews.others(judged, labelled.testIds(), false)),
                        ppi(labelled.pairs().withoutErrors(), reviews.others(judged, labelled.testIds(), true)));
    }

    private static @Nullable Ppi ppi(DrawnPairs labelled, Moments others) {
        return Ppi.of(labelled.labels(), others);
    }
}
