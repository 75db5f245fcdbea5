package ai.rhesis.backend.run.reviewqueue;

import java.util.stream.IntStream;

/// A systematic sample of unequal probabilities (Madow 1949, Ann. Math. Stat. 20:333): the probabilities laid end to
/// end, and every place drawn that a grid of step 1 with a random start hits. Of equal probabilities in random order it
/// is a simple random sample; in the order of strata each stratum has its share.
final class SystematicSample {

    private SystematicSample() {}

    /// Returns the probabilities to be drawn into a sample of `size`: proportional to the weights, at most
    /// 1.
    static double[] probabilities(double[] weights, int size) {
        double[] probabilities = new double[weights.length];
        boolean[] isCertain = new boolean[weights.length];
        int certain = 0;
        int before;
        do {
            before = certain;
            double left = sum(weights, isCertain);
            for (int i = 0; i < weights.length; i++) {
                probabilities[i] = isCertain[i] ? 1 : Math.min(1, (size - before) * weights[i] / left);
            }
            for (int i = 0; i < weights.length; i++) {
                isCertain[i] = probabilities[i] == 1;
            }
            certain = (int)
                    IntStream.range(0, weights.length).filter(i -> isCertain[i]).count();
        } while (certain > before && certain < weights.length);
        return probabilities;
    }

    private static double sum(double[] weights, boolean[] isCertain) {
        return IntStream.range(0, weights.length)
                .filter(i -> !isCertain[i])
                .mapToDouble(i -> weights[i])
                .sum();
    }

    /// Returns the places that are drawn.
    ///
    /// @param start of the grid, from 0 to 1
    static int[] draw(double[] probabilities, double start) {
        int[] open = IntStream.range(0, probabilities.length)
                .filter(i -> probabilities[i] < 1)
                .toArray();
        double[] ends = new double[open.length];
        double end = 0;
        for (int i = 0; i < open.length; i++) {
            end += probabilities[open[i]];
            ends[i] = end;
        }
        if (open.length > 0) {
            // a whole number but for rounding, which must not lose the last point of the grid
            ends[open.length - 1] = Math.rint(end);
        }
        IntStream hit = IntStream.range(0, open.length)
                .filter(i -> Math.ceil(ends[i] - start) > Math.ceil((i == 0 ? 0 : ends[i - 1]) - start))
                .map(i -> open[i]);
        IntStream certain = IntStream.range(0, probabilities.length).filter(i -> probabilities[i] == 1);
        return IntStream.concat(certain, hit).sorted().toArray();
    }
}
