package ai.rhesis.backend.judge;

import ai.rhesis.backend.evaluation.Evidence;
import ai.rhesis.backend.evaluation.Judgement;
import ai.rhesis.backend.metric.MetricSnapshot;
import ai.rhesis.backend.provider.ModelSnapshot;
import org.springframework.stereotype.Component;

/// Judges by asking a model.
@Component
public class Judge {

    /// Never throws for what the model answered or failed to: that is a judgement with an error.
    public Judgement judge(MetricSnapshot metric, Evidence evidence, ModelSnapshot model) {
        throw new UnsupportedOperationException();
    }
}
