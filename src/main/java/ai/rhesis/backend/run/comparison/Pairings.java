package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.run.comparison.KeptPairQueries.KeptPairing;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The pairs of two runs, which are kept as long as somebody asks for them.
@Component
class Pairings {

    /// The least number of pairs from which on a second processor saves time.
    private static final int MIN_FOR_PARALLEL = 5_000;

    private static final String EFFECTIVE = "";
    private static final String AUTOMATIC = "automatic";

    private final PairingQueries pairings;
    private final KeptPairQueries kept;
    private final FingerprintQueries fingerprints;
    private final PlannerQueries planner;

    Pairings(PairingQueries pairings, KeptPairQueries kept, FingerprintQueries fingerprints, PlannerQueries planner) {
        this.pairings = pairings;
        this.kept = kept;
        this.fingerprints = fingerprints;
        this.planner = planner;
    }

    /// Pairs the tests of two runs, unless that was done before. The next statements of the transaction are planned
    /// for their number.
    ///
    /// @param inputs all that the pairs are made of
    Pairing of(UUID candidate, UUID baseline, String inputs, boolean isAutomatic) {
        UUID id = ComparisonId.of(candidate, baseline, inputs, isAutomatic ? AUTOMATIC : EFFECTIVE);
        kept.touch(id);
        if (!kept.exists(id)) {
            write(id, candidate, baseline, isAutomatic);
        }
        if (kept.size(id) >= MIN_FOR_PARALLEL) {
            planner.planInParallel();
        }
        return new Pairing(id, candidate, baseline, isAutomatic, kept.isByOutcome(id));
    }

    /// Makes sure that the pairs of an earlier comparison are there, also where nobody had asked for them in a while.
    ///
    /// @throws ProblemException 404 without such a comparison,
    ///     410 where its pairs are gone and results have changed since
    void require(UUID comparison) {
        KeptPairing earlier = kept.ofComparison(comparison).orElseThrow(() -> ComparisonService.notFound(comparison));
        kept.touch(earlier.id());
        if (!kept.exists(earlier.id())) {
            write(earlier.id(), earlier.candidate(), earlier.baseline(), isAutomatic(earlier));
            planner.planForFewRows();
        }
    }

    /// Deletes the oldest answers of a run that has too many.
    void forgetOldest(UUID candidate) {
        kept.forgetOldest(candidate);
    }

    private void write(UUID id, UUID candidate, UUID baseline, boolean isAutomatic) {
        planner.planForFewRows();
        kept.forgetUnused();
        planner.planForManyRows();
        pairings.pair(id, candidate, baseline, isAutomatic);
    }

    private boolean isAutomatic(KeptPairing earlier) {
        String inputs = fingerprints.of(earlier.candidate(), earlier.baseline());
        if (earlier.id().equals(ComparisonId.of(earlier.candidate(), earlier.baseline(), inputs, AUTOMATIC))) {
            return true;
        }
        if (earlier.id().equals(ComparisonId.of(earlier.candidate(), earlier.baseline(), inputs, EFFECTIVE))) {
            return false;
        }
        throw Problem.of(
                        HttpStatus.GONE,
                        "Nobody asked for the tests of this comparison for %d days, and results of its runs have changed since: compare them again"
                                .formatted(KeptPairQueries.DAYS_KEPT))
                .exception();
    }
}
