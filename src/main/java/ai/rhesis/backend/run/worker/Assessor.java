package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.metric.assertion.Assertions;
import ai.rhesis.backend.metric.evaluation.Evidence;
import ai.rhesis.backend.metric.evaluation.Judgement;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// The judgement by an assertion, on the bounded pool.
record Assessor(ComputePool pool) {

    private static final Duration MAX_DURATION = Duration.ofSeconds(5);

    /// @throws AbandonedException when the work is stopped
    Judgement assess(MetricSnapshot metric, Evidence evidence) {
        try {
            return pool.call(() -> Assertions.judge(metric, evidence), MAX_DURATION);
        } catch (TooComplexException bound) {
            return Judgement.error("too_complex", "The judgement " + bound.getMessage());
        } catch (CancellationException stopped) {
            throw new AbandonedException();
        }
    }

    /// Does work that judges by several assertions on one turn of the pool. Where that takes too long, each of
    /// them has a turn of its own, so that only the one to blame fails.
    ///
    /// @throws AbandonedException when the work is stopped
    <T> T together(Supplier<T> judgements) {
        try {
            return pool.call(judgements, MAX_DURATION);
        } catch (TooComplexException late) {
            return judgements.get();
        } catch (CancellationException stopped) {
            throw new AbandonedException();
        }
    }
}
