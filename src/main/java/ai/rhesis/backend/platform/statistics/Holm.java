package ai.rhesis.backend.platform.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The adjustment of a family of p-values to their number (Holm 1979).
public final class Holm {

    private Holm() {}

    /// Adjusts each p: the smallest of `m` times m, the next times m - 1, each at least its forerunner, at most 1.
    /// A place without p stays without, and isn't counted.
    public static List<@Nullable Double> adjust(List<@Nullable Double> family) {
        List<@Nullable Double> adjusted = new ArrayList<>(Collections.nCopies(family.size(), null));
        List<Integer> ordered = IntStream.range(0, family.size())
                .boxed()
                .filter(i -> family.get(i) != null)
                .sorted(Comparator.comparing(i -> Objects.requireNonNull(family.get(i))))
                .toList();
        double highest = 0;
        for (int i = 0; i < ordered.size(); i++) {
            double p = Objects.requireNonNull(family.get(ordered.get(i)));
            highest = Math.max(highest, Math.min(1, (ordered.size() - i) * p));
            adjusted.set(ordered.get(i), highest);
        }
        return adjusted;
    }
}
