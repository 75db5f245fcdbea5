package ai.rhesis.backend.run.calibration;

import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelService;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.metric.metric.Metric;
import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.run.calibration.CalibrationQueries.KeptJudge;
import ai.rhesis.backend.run.calibration.CalibrationQueries.PinnedJudge;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The calibration of judges: their verdicts beside those of people.
@Service
@Transactional(readOnly = true)
public class CalibrationService {

    static final int DEFAULT_MIN_LABELS = 50;
    static final double DEFAULT_MIN_KAPPA = 0.4;

    private final CalibrationQueries labels;
    private final MetricService metrics;
    private final Models models;
    private final ModelService storedModels;
    private final Directory directory;
    private final JsonMapper json;

    CalibrationService(
            CalibrationQueries labels,
            MetricService metrics,
            Models models,
            ModelService storedModels,
            Directory directory,
            JsonMapper json) {
        this.labels = labels;
        this.metrics = metrics;
        this.models = models;
        this.storedModels = storedModels;
        this.directory = directory;
        this.json = json;
    }

    /// Returns the calibration of a metric as it is now, by the results of some runs or of all.
    ///
    /// @throws ProblemException 404 or 410 without the metric
    Calibration of(UUID metricId, @Nullable Collection<UUID> runs) {
        Metric metric = metrics.get(metricId).metric();
        MetricSnapshot snapshot = metrics.snapshot(metricId);
        UUID judge = snapshot.modelId() == null && !snapshot.isDeterministic()
                ? labels.lastJudge(metricId, runs).orElse(null)
                : snapshot.modelId();
        ModelSnapshot living = models.living(judge);
        JudgeDefinition current = new JudgeDefinition(tree(snapshot), living == null ? null : tree(living));
        return Calibration.of(labels.labels(metricId, runs, changedAt(metric, snapshot.modelId())), current);
    }

    /// Finds the metrics by which models judged a run, and by all reviews that there are those that are not calibrated:
    /// as the run pinned them, or as they are now where a client judged by them.
    public RunJudges judgesOf(UUID runId) {
        List<PinnedJudge> pinned = labels.judges(runId);
        List<KeptJudge> kept = labels.keptJudges(runId).stream()
                .filter(judge -> !isDeterministic(judge))
                .toList();
        List<String> uncalibrated = Stream.concat(
                        pinned.stream().filter(judge -> !isCalibrated(judge)).map(PinnedJudge::name),
                        kept.stream().filter(judge -> !isCalibrated(judge)).map(KeptJudge::name))
                .toList();
        return new RunJudges(pinned.size() + kept.size(), uncalibrated);
    }

    private boolean isDeterministic(KeptJudge judge) {
        return directory.isLiving(Metric.class, judge.metricId())
                && metrics.snapshot(judge.metricId()).isDeterministic();
    }

    private boolean isCalibrated(KeptJudge judge) {
        return directory.isLiving(Metric.class, judge.metricId()) && isCalibrated(of(judge.metricId(), null));
    }

    private boolean isCalibrated(PinnedJudge judge) {
        List<Label> all = labels.labels(judge.metricId(), null, Instant.now());
        return isCalibrated(Calibration.of(all, judge.definition()));
    }

    private static boolean isCalibrated(Calibration calibration) {
        return calibration.status(DEFAULT_MIN_LABELS, DEFAULT_MIN_KAPPA) == CalibrationStatus.CALIBRATED;
    }

    private Instant changedAt(Metric metric, @Nullable UUID modelId) {
        Instant changed = metric.getUpdatedAt();
        if (modelId == null || !directory.isLiving(Model.class, modelId)) {
            return changed;
        }
        Instant model = storedModels.get(modelId).model().getUpdatedAt();
        return model.isAfter(changed) ? model : changed;
    }

    private JsonNode tree(Object snapshot) {
        return json.valueToTree(snapshot);
    }
}
