package ai.rhesis.backend.run.experiment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.run.testrun.TestRunService;
import ai.rhesis.backend.run.testrun.TestRunView;
import ai.rhesis.backend.workspace.experiment.ExperimentService;
import ai.rhesis.backend.workspace.experiment.ExperimentVersion;
import ai.rhesis.backend.workspace.experiment.ExperimentVersionService;
import ai.rhesis.backend.workspace.parameter.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The results of experiments that the caller sees.
@Service
@Transactional(readOnly = true)
class ExperimentResults {

    private final ExperimentService experiments;
    private final ExperimentVersionService versions;
    private final TestRunService runs;

    ExperimentResults(ExperimentService experiments, ExperimentVersionService versions, TestRunService runs) {
        this.experiments = experiments;
        this.versions = versions;
        this.runs = runs;
    }

    /// Lists the newest runs, the newest first.
    ///
    /// @throws ProblemException 404 or 410 without the experiment
    List<TestRunView> byRun(UUID experimentId, int limit) {
        experiments.get(experimentId);
        return runs.ofExperiment(experimentId, limit);
    }

    /// Lists the same runs by their versions, the newest version first; a version without a run is left out.
    List<VersionResults> byVersion(UUID experimentId, int limit) {
        Map<Integer, ExperimentVersion> known =
                versions.list(experimentId).stream().collect(toMap(ExperimentVersion::number, Function.identity()));
        Map<Integer, List<TestRunView>> byVersion = runs.ofExperiment(experimentId, limit).stream()
                .collect(groupingBy(view -> Objects.requireNonNull(view.run().getExperimentVersion())));
        return new TreeMap<>(byVersion)
                .descendingMap().entrySet().stream()
                        .map(entry -> results(known, entry.getKey(), entry.getValue()))
                        .toList();
    }

    private static VersionResults results(
            Map<Integer, ExperimentVersion> known, Integer number, List<TestRunView> runs) {
        ExperimentVersion version = Objects.requireNonNull(known.get(number));
        ExperimentVersion parent = version.parentNumber() == null ? null : known.get(version.parentNumber());
        Map<String, Difference> differences = parent == null
                ? Map.of()
                : differences(parent.values().byName(), version.values().byName());
        return new VersionResults(version, runs, differences);
    }

    private static Map<String, Difference> differences(
            Map<String, ParameterValue> before, Map<String, ParameterValue> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        Map<String, Difference> differences = new TreeMap<>();
        for (String name : names) {
            Difference difference = new Difference(before.get(name), after.get(name));
            if (difference.isOne()) {
                differences.put(name, difference);
            }
        }
        return differences;
    }
}
