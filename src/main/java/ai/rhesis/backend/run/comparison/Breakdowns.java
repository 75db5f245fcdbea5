package ai.rhesis.backend.run.comparison;

import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.statistics.Cluster;
import ai.rhesis.backend.platform.statistics.Holm;
import ai.rhesis.backend.platform.statistics.PairedResult;
import ai.rhesis.backend.platform.statistics.Significance;
import ai.rhesis.backend.run.comparison.ComparisonRepository.NamedGroup;
import ai.rhesis.backend.run.comparison.ComparisonResponse.GroupComparison;
import ai.rhesis.backend.run.verdict.PairedMethods;
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

    private final SampleRepository samples;
    private final ComparisonRepository comparisons;

    Breakdowns(SampleRepository samples, ComparisonRepository comparisons) {
        this.samples = samples;
        this.comparisons = comparisons;
    }

    List<GroupComparison> requirements(Pairing pairing, Grouping clustering, Significance significance) {
        return of(pairing, Grouping.by("requirement"), null, clustering, significance, comparisons::requirements);
    }

    List<GroupComparison> categories(Pairing pairing, Grouping clustering, Significance significance) {
        return of(pairing, Grouping.by("category"), null, clustering, significance, comparisons::categories);
    }

    List<GroupComparison> groups(
            Pairing pairing, List<Grouping> groupings, Grouping clustering, Significance significance) {
        return groupings.stream()
                .flatMap(grouping ->
                        of(pairing, grouping, grouping.text(), clustering, significance, names -> List.of()).stream())
                .toList();
    }

    private List<GroupComparison> of(
            Pairing pairing,
            Grouping grouping,
            @Nullable String by,
            Grouping clustering,
            Significance significance,
            Function<String[], List<NamedGroup>> ids) {
        List<Sample> groups = samples.byGroup(pairing.id(), grouping);
        Map<@Nullable String, List<Cluster>> clusters = samples.clusters(pairing.id(), grouping, clustering, false);
        List<@Nullable PairedResult> results = new ArrayList<>();
        List<@Nullable Double> family = new ArrayList<>();
        for (Sample group : groups) {
            PairedResult result = PairedMethods.test(
                    group.clustered(
                            pairing.measure(), clusters.getOrDefault(group.group(), List.of()), !clustering.isAuto()),
                    significance);
            results.add(result);
            family.add(result == null ? null : result.p());
        }
        List<@Nullable Double> adjusted = Holm.adjust(family);
        Map<String, UUID> known =
                ids
                        .apply(groups.stream()
                                .map(Sample::group)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                        .stream()
                        .collect(toMap(NamedGroup::name, NamedGroup::id));
        List<GroupComparison> all = new ArrayList<>();
        for (int place = 0; place < groups.size(); place++) {
            all.add(response(by, known, groups.get(place), results.get(place), adjusted.get(place)));
        }
        return all;
    }

    private static GroupComparison response(
            @Nullable String by,
            Map<String, UUID> ids,
            Sample group,
            @Nullable PairedResult result,
            @Nullable Double adjusted) {
        return new GroupComparison(
                by,
                group.group() == null ? null : ids.get(group.group()),
                group.group(),
                group.signs().n(),
                group.signs().improved(),
                group.signs().regressed(),
                result == null ? null : result.delta(),
                result == null ? null : ComparisonResponse.ends(result.ci()),
                result == null ? null : result.p(),
                adjusted);
    }
}
