package ai.rhesis.backend.run.comparison;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.statistics.Holm;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.run.comparison.Comparison.GroupComparison;
import ai.rhesis.backend.run.comparison.ComparisonQueries.NamedGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The pairs of a comparison by requirement, category and other groups; each breakdown is a family of tests of its own.
@Component
class Breakdowns {

    private final ComparisonQueries comparisons;

    Breakdowns(ComparisonQueries comparisons) {
        this.comparisons = comparisons;
    }

    List<GroupComparison> requirements(PairTerms terms, Samples samples) {
        return of(terms, samples.by(Grouping.REQUIREMENT), null, comparisons::requirements);
    }

    List<GroupComparison> categories(PairTerms terms, Samples samples) {
        return of(terms, samples.by(Grouping.CATEGORY), null, comparisons::categories);
    }

    List<GroupComparison> groups(PairTerms terms, Samples samples, List<Grouping> groupings) {
        return groupings.stream()
                .flatMap(grouping -> of(terms, samples.by(grouping), grouping.text(), names -> List.of()).stream())
                .toList();
    }

    private static List<GroupComparison> of(
            PairTerms terms, List<PairedGroup> found, @Nullable String by, Function<String[], List<NamedGroup>> ids) {
        List<TestedGroup> groups = found.stream()
                .map(group -> new TestedGroup(group.pairs(), terms.test(group)))
                .toList();
        List<@Nullable Double> family = new ArrayList<>();
        groups.forEach(group ->
                family.add(group.result() == null ? null : group.result().p()));
        List<@Nullable Double> adjusted = Holm.adjust(family);
        Map<String, UUID> known = known(groups, ids);
        List<GroupComparison> all = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            all.add(groups.get(place).comparison(by, known, adjusted.get(place)));
        }
        return all;
    }

    private static Map<String, UUID> known(List<TestedGroup> groups, Function<String[], List<NamedGroup>> ids) {
        String[] names = groups.stream()
                .map(group -> group.pairs().group())
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return ids.apply(names).stream().collect(toMap(NamedGroup::name, NamedGroup::id));
    }

    private record TestedGroup(SummedPairs pairs, @Nullable PairedResult result) {

        GroupComparison comparison(@Nullable String by, Map<String, UUID> ids, @Nullable Double adjusted) {
            return new GroupComparison(
                    by,
                    pairs.group() == null ? null : ids.get(pairs.group()),
                    pairs.group(),
                    pairs.signs().n(),
                    pairs.signs().improved(),
                    pairs.signs().regressed(),
                    result == null ? null : result.delta(),
                    result == null ? null : Comparison.ends(result.ci()),
                    result == null ? null : result.p(),
                    adjusted);
        }
    }
}
