package ai.rhesis.backend.metric.judge;

import ai.rhesis.backend.identity.user.ModelPurpose;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.StructuredReplies;
import ai.rhesis.backend.integration.provider.StructuredReply;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A model as the judge of results.
@Component
public class Judge {

    private final StructuredReplies replies;
    private final UserService users;

    Judge(StructuredReplies replies, UserService users) {
        this.replies = replies;
        this.users = users;
    }

    /// Chooses the model that judges by a metric: the metric's, else the one of this execution, else the one in the
    /// settings of the user who started it; null when there is none of them.
    public @Nullable UUID modelFor(MetricSnapshot metric, @Nullable UUID chosen) {
        if (metric.modelId() != null) {
            return metric.modelId();
        }
        return chosen != null ? chosen : users.modelFor(ModelPurpose.EVALUATION);
    }

    /// Tells whether the metric has a scale that a model can judge on.
    public boolean knowsScaleOf(MetricSnapshot metric) {
        return Scale.of(metric) != null;
    }

    /// Judges a result. A failed call or an unusable answer is no exception but a judgement with an error, whose type
    /// is `invalid_metric`, `missing_evidence`, `invalid_answer` or `call_` and the reason of the failed call.
    public Judgement judge(MetricSnapshot metric, Evidence evidence, ModelSnapshot model) {
        Scale scale = Scale.of(metric);
        if (scale == null) {
            return Judgement.error("invalid_metric", "The metric " + metric.name() + " has no scale to judge on");
        }
        String missing = JudgePrompt.missing(metric, evidence);
        if (missing != null) {
            return Judgement.error("missing_evidence", missing);
        }
        try {
            return read(scale, replies.ask(model, JudgePrompt.of(metric, evidence, scale), scale.schema()));
        } catch (CallException noAnswer) {
            String reason = noAnswer.reason().name().toLowerCase(Locale.ROOT);
            return Judgement.error("call_" + reason, "The judge gave no answer: " + noAnswer.getMessage());
        }
    }

    private static Judgement read(Scale scale, StructuredReply reply) {
        Judgement judgement = reply.content() == null
                ? Judgement.error("invalid_answer", "The judge's answer can't be used: " + reply.problem())
                : scale.read(reply.content());
        return judgement.using(reply.usage());
    }
}
