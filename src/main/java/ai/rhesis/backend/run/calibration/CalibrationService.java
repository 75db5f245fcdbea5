package ai.rhesis.backend.run.calibration;

import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelService;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.metric.metric.Metric;
import ai.rhesis.backend.metric.metric.MetricService;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.run.calibration.CalibrationQueries.PinnedJudge;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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

    /// Returns the names of the metrics of a run that a model judged and that are not calibrated as the run
    /// pinned them, by all reviews that there are.
    public List<String> uncalibrated(UUID runId) {
        return labels.judges(runId).stream()
                .filter(judge -> !isCalibrated(judge))
                .map(PinnedJudge::name)
                .toList();
    }

    private boolean isCalibrated(PinnedJudge judge) {
        List<Label> all = labels.labels(judge.metricId(), null, Instant.now());
        return Calibration.of(all, judge.definition()).status(DEFAULT_MIN_LABELS, DEFAULT_MIN_KAPPA)
                == CalibrationStatus.CALIBRATED;
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
