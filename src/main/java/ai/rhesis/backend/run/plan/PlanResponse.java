package ai.rhesis.backend.run.plan;

import ai.rhesis.backend.platform.statistics.RepetitionPlan;
import org.jspecify.annotations.Nullable;

/// The size of a run that shows a change, and what it takes.
///
/// @param tests the tests at which the change is found, each run once
/// @param repetitions 1, or the fewest at which the tests of the set suffice
/// @param minutes null where no latency is known
/// @param cost US dollars; null where a part is unknown
/// @param enough whether the tests of the set suffice with these repetitions
record PlanResponse(
        long tests,
        int repetitions,
        long calls,
        @Nullable Double minutes,
        @Nullable Double cost,
        Discordance discordance,
        boolean enough) {

    private static final double MILLIS_PER_MINUTE = 60_000;

    static PlanResponse of(PlanQuestion question, Experience known) {
        double discordance = known.discordance();
        var variation = new RepetitionPlan.Variation(discordance, known.within());
        RepetitionPlan plan = RepetitionPlan.of(known.tests(), variation, question.detect(), question.power());
        long calls = plan.repetitions() == 1 ? plan.tests() : known.tests() * plan.repetitions();
        return new PlanResponse(
                plan.tests(),
                plan.repetitions(),
                calls,
                known.latencyMillis() == null
                        ? null
                        : calls * known.latencyMillis() / known.concurrency() / MILLIS_PER_MINUTE,
                known.cost() == null ? null : calls * known.cost(),
                new Discordance(discordance, known.pairs() == null ? "assumed" : "last_two_runs"),
                plan.enough());
    }

    /// The share of tests that come out otherwise in another run.
    ///
    /// @param source `last_two_runs` of the endpoint, or `assumed`
    record Discordance(double value, String source) {}
}
