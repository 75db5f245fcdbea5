package ai.rhesis.backend.metric.metric;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The metrics behind the choices of a body, each once.
final class ChosenMetrics {

    private final Map<UUID, Metric> byId;
    private final Map<String, Metric> byName;

    private ChosenMetrics(List<Metric> found) {
        byId = found.stream().collect(toMap(Metric::getId, identity()));
        byName = found.stream().collect(toMap(metric -> key(metric.getName()), identity(), (newer, older) -> newer));
    }

    /// @param find the metrics that have one of the ids, or one of the names in lower case
    /// @throws ProblemException 422 that names every choice which is no living metric
    static List<MetricSnapshot> of(
            List<MetricChoice> choices, BiFunction<Collection<UUID>, Collection<String>, List<Metric>> find) {
        List<UUID> ids =
                choices.stream().map(MetricChoice::id).filter(Objects::nonNull).toList();
        List<String> names = choices.stream()
                .filter(choice -> choice.id() == null)
                .map(choice -> key(choice.name()))
                .toList();
        return new ChosenMetrics(find.apply(ids, names)).snapshots(choices);
    }

    private List<MetricSnapshot> snapshots(List<MetricChoice> choices) {
        Map<UUID, MetricSnapshot> chosen = new LinkedHashMap<>();
        List<Violation> unknown = new ArrayList<>();
        for (int place = 0; place < choices.size(); place++) {
            MetricChoice choice = choices.get(place);
            Metric metric = choice.id() == null ? byName.get(key(choice.name())) : byId.get(choice.id());
            if (metric == null) {
                unknown.add(Violation.ofBody("metrics." + place, "not_found", "does not exist"));
            } else {
                chosen.putIfAbsent(metric.getId(), metric.snapshot(choice.scope()));
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown).exception();
        }
        return List.copyOf(chosen.values());
    }

    private static String key(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }
}
