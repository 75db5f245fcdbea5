package ai.rhesis.backend.run.reviewqueue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// The way in which a queue draws its tests.
enum QueueSelection {
    /// All tests alike.
    UNIFORM(test -> 1),
    /// All tests alike, with outcomes and requirements in the same shares as in the runs.
    STRATIFIED(test -> 1),
    /// Tests of which the judge is unsure more often: their results differ, or a score is near the threshold.
    MOST_INFORMATIVE(test -> test.isUnsure() ? QueueSelection.WEIGHT_OF_UNSURE : 1);

    private static final double WEIGHT_OF_UNSURE = 4;

    private final ToDoubleFunction<QueueCandidate> weight;

    QueueSelection(ToDoubleFunction<QueueCandidate> weight) {
        this.weight = weight;
    }

    static QueueSelection named(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// Draws `size` tests in random order, each with the probability with which it was drawn, never 0. The same seed
    /// draws the same.
    List<DrawnCandidate> draw(List<QueueCandidate> all, int size, long seed) {
        Random random = new Random(seed);
        List<QueueCandidate> order = new ArrayList<>(all);
        Collections.shuffle(order, random);
        if (this == STRATIFIED) {
            order.sort(Comparator.comparing(QueueCandidate::stratum));
        }
        double[] weights = order.stream().mapToDouble(weight).toArray();
        double[] probabilities = SystematicSample.probabilities(weights, size);
        List<DrawnCandidate> drawn = new ArrayList<>();
        for (int place : SystematicSample.draw(probabilities, random.nextDouble())) {
            drawn.add(new DrawnCandidate(order.get(place).testId(), probabilities[place]));
        }
        Collections.shuffle(drawn, random);
        return drawn;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
