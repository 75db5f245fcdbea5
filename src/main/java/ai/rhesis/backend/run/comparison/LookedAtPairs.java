package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.statistics.EProcess;
import ai.rhesis.backend.run.verdict.Measure;
import ai.rhesis.backend.run.verdict.PairedSample;

/// The pairs by which a run was decided early, in its seeded order.
final class LookedAtPairs {

    private final PairTally tally = new PairTally(null);
    private final EProcess process;

    LookedAtPairs(double alpha) {
        process = new EProcess(alpha, null);
    }

    void add(double candidate, double baseline) {
        tally.add(candidate, baseline, 1);
        process.add(candidate - baseline);
    }

    SummedPairs pairs() {
        return tally.group().pairs();
    }

    PairedSample sample(Measure measure) {
        return pairs().paired(measure).lookedAt(process);
    }
}
