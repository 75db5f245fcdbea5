package ai.rhesis.backend.run.verdict;

import ai.rhesis.backend.platform.statistics.LabelledPairs;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// The pairs that a queue drew, in the order that chance gave them.
///
/// Only those before the first that is not reviewed yet are labels. Whoever looks at tests because they regressed
/// reviews some of the drawn tests as well; taken as labels, those would stand for all. The pairs before the first gap
/// were chosen by chance alone.
public record DrawnPairs(List<DrawnPair> pairs) {

    /// A drawn pair of tests.
    ///
    /// @param people the difference as people reviewed it
    /// @param judge the difference as it was judged automatically
    /// @param probability how likely the test was to be drawn
    /// @param isReviewed whether every result of it in both runs is reviewed
    /// @param hasError whether either test ended in an error
    public record DrawnPair(double people, double judge, double probability, boolean isReviewed, boolean hasError) {}

    /// Returns the pairs before the first that is not reviewed.
    public DrawnPairs labelled() {
        return new DrawnPairs(pairs.stream().takeWhile(DrawnPair::isReviewed).toList());
    }

    public DrawnPairs withoutErrors() {
        return new DrawnPairs(
                pairs.stream().filter(Predicate.not(DrawnPair::hasError)).toList());
    }

    public int size() {
        return pairs.size();
    }

    /// Returns the labels, each weighted by how unlikely it was to be drawn.
    public LabelledPairs labels() {
        return new LabelledPairs(
                column(DrawnPair::people), column(DrawnPair::judge), column(pair -> 1 / pair.probability()));
    }

    private double[] column(ToDoubleFunction<DrawnPair> value) {
        return pairs.stream().mapToDouble(value).toArray();
    }
}
