package ai.rhesis.backend.run.execution;

import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;

/// Writes findings through troubles of the database: waits for one that is away, and finds the one of many that it
/// refuses.
final class Scribe {

    private static final Logger log = LoggerFactory.getLogger(Scribe.class);
    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final UUID runId;
    private final Ledger ledger;

    Scribe(UUID runId, Ledger ledger) {
        this.runId = runId;
        this.ledger = ledger;
    }

    /// @return whether the run goes on
    boolean write(List<Finding> findings, boolean isLast) {
        for (int attempt = 1; true; attempt++) {
            try {
                return ledger.write(runId, findings, isLast);
            } catch (NonTransientDataAccessException refused) {
                return oneByOne(findings, isLast);
            } catch (NotAMemberException outside) {
                throw outside;
            } catch (RuntimeException unreachable) {
                if (attempt == ATTEMPTS) {
                    throw unreachable;
                }
                log.warn("Results of the run {} wait for the database: {}", runId, unreachable.getMessage());
                pause();
            }
        }
    }

    private boolean oneByOne(List<Finding> findings, boolean isLast) {
        boolean goesOn = true;
        for (Finding finding : findings) {
            goesOn &= writeOne(finding, isLast && finding == findings.getLast());
        }
        return goesOn;
    }

    /// What it refers to may have been deleted a moment ago: so each is tried once more by itself.
    private boolean writeOne(Finding finding, boolean isLast) {
        try {
            return ledger.write(runId, List.of(finding), isLast);
        } catch (NonTransientDataAccessException refused) {
            log.error("What came of the item {} can't be stored", finding.itemId(), refused);
            String error = "what came of this test can't be stored";
            return ledger.write(runId, List.of(Finding.failed(finding.itemId(), Errors.INTERNAL, error)), isLast);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
        }
    }
}
