package ai.rhesis.backend.portal.explorer;

import ai.rhesis.backend.identity.user.ModelPurpose;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.metric.assertion.Assertions;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.judge.Judge;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.egress.CallException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The judgement of one input and output, of which no result is kept.
@Component
public class AnswerJudging {

    private static final Duration MAX_ASSERTION = Duration.ofSeconds(5);

    private final Judge judge;
    private final Models models;
    private final UserService users;
    private final ComputePool pool;
    private final TokenMeter meter;

    AnswerJudging(Judge judge, Models models, UserService users, ComputePool pool, TokenMeter meter) {
        this.judge = judge;
        this.models = models;
        this.users = users;
        this.pool = pool;
        this.meter = meter;
    }

    /// Judges by each of the metrics. Call it outside any transaction.
    public TreeVerdict judge(String input, String output, List<MetricSnapshot> metrics) {
        Evidence evidence = new Evidence(input, output, null, null, null, null, List.of(), null, 0, null);
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        metrics.forEach(metric -> judgements.put(metric.name(), judgement(metric, evidence)));
        judgements.values().forEach(judgement -> meter.count(judgement.usage()));
        return TreeVerdict.of(judgements);
    }

    private Judgement judgement(MetricSnapshot metric, Evidence evidence) {
        try {
            return metric.isDeterministic()
                    ? pool.call(() -> Assertions.judge(metric, evidence), MAX_ASSERTION)
                    : asked(metric, evidence);
        } catch (TooComplexException bound) {
            return Judgement.error("too_complex", "The judgement " + bound.getMessage());
        } catch (CallException failure) {
            return Judgement.error(
                    failure.reason().name().toLowerCase(Locale.ROOT), String.valueOf(failure.getMessage()));
        }
    }

    private Judgement asked(MetricSnapshot metric, Evidence evidence) {
        ModelSnapshot model =
                models.living(metric.modelId() == null ? users.modelFor(ModelPurpose.EVALUATION) : metric.modelId());
        return model == null
                ? Judgement.error("configuration", "no model judges: choose one for evaluation in the settings")
                : judge.judge(metric, evidence, model);
    }
}
