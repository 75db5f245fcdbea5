package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;

/// The writer of results that survives troubles of the database: it waits for one that is away, and finds the one
/// result of many that it refuses.
final class RetryingResultWriter {

    private static final Logger log = LoggerFactory.getLogger(RetryingResultWriter.class);
    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final UUID runId;
    private final RunStore store;

    RetryingResultWriter(UUID runId, RunStore store) {
        this.runId = runId;
        this.store = store;
    }

    /// @return whether the run goes on
    boolean write(List<ItemResult> itemResults, boolean isLast) {
        for (int attempt = 1; true; attempt++) {
            try {
                return store.write(runId, itemResults, isLast);
            } catch (NonTransientDataAccessException refused) {
                return oneByOne(itemResults, isLast);
            } catch (NotAMemberException outside) {
                throw outside;
            } catch (RuntimeException unreachable) {
                if (attempt == ATTEMPTS) {
                    throw unreachable;
                }
                log.warn("Results of the run {} wait for the database: {}", runId, LoggedFailure.words(unreachable));
                pause();
            }
        }
    }

    private boolean oneByOne(List<ItemResult> itemResults, boolean isLast) {
        boolean goesOn = true;
        for (ItemResult itemResult : itemResults) {
            goesOn &= writeOne(itemResult, isLast && itemResult == itemResults.getLast());
        }
        return goesOn;
    }

    /// Writes a result by itself, because an object that it refers to may have been deleted a moment ago.
    private boolean writeOne(ItemResult itemResult, boolean isLast) {
        try {
            return store.write(runId, List.of(itemResult), isLast);
        } catch (NonTransientDataAccessException refused) {
            log.error("The result of the item {} can't be stored", itemResult.itemId(), LoggedFailure.of(refused));
            String error = "the result of this test can't be stored";
            return store.write(runId, List.of(ItemResult.failed(itemResult.itemId(), Errors.INTERNAL, error)), isLast);
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
