package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import ai.rhesis.backend.run.testresult.ResultsWritten;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The links of traces to the results of their tests, made by whichever comes later.
///
/// Both sides look only after they have committed: so the later of the two sees what the other one wrote. Workers that
/// write results do not wait for it, and no request waits for another one. A thread of its own makes the links where
/// somebody else is at the same run, where a request names many runs, and where a run has very many traces.
///
/// A link that fails is tried again, after a second that is doubled each time. [MissingResultLinks] makes those that
/// are left then, or when a node dies.
@Component
class ResultLinks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ResultLinks.class);
    private static final String LEFT = "The traces of the run {} wait for their results";

    /// The runs of one request that are looked at before its answer.
    private static final int MAX_AT_ONCE = 3;

    private static final Duration WHILE_TAKEN = Duration.ofMillis(100);
    private static final int MAX_LAST_SECONDS = 5;
    private static final int ATTEMPTS = 9;

    private final ResultLinkQueries links;
    private final Set<Part> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Part> failed = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name("result-links").factory());

    ResultLinks(ResultLinkQueries links) {
        this.links = links;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Links the traces of runs whose spans have just been committed.
    ///
    /// @param runIds as the spans name them; there may be no such runs
    void link(Set<UUID> runIds) {
        if (runIds.size() <= MAX_AT_ONCE) {
            runIds.forEach(run -> link(Part.first(run), 0));
        } else {
            linkBehind(runIds);
        }
    }

    /// Links them behind the caller, who does not wait for it.
    void linkBehind(Set<UUID> runIds) {
        if (!runIds.isEmpty()) {
            Tenant tenant = Tenant.current();
            thread.execute(() -> tenant.call(() -> enqueueExisting(runIds)));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void link(ResultsWritten written) {
        Part run = Part.first(written.runId());
        if (written.isExecuted()) {
            enqueue(run, Duration.ZERO);
        } else {
            link(run, 0);
        }
    }

    private boolean enqueueExisting(Set<UUID> runIds) {
        try {
            links.existing(runIds).forEach(run -> enqueue(Part.first(run), Duration.ZERO));
        } catch (RuntimeException failure) {
            log.warn("The traces of {} runs wait for their results", runIds.size(), LoggedFailure.of(failure));
        }
        return true;
    }

    private void enqueue(Part part, Duration pause) {
        if (waiting.add(part)) {
            schedule(
                    () -> {
                        // taken out first, so that results that are committed from now on are looked for once more
                        waiting.remove(part);
                        inTenant(part, 0);
                    },
                    pause);
        }
    }

    private void inTenant(Part part, int attempt) {
        part.tenant().call(() -> {
            link(part, attempt);
            return true;
        });
    }

    /// Links some traces, and leaves the others to the thread.
    ///
    /// @param attempt how often that has failed
    private void link(Part part, int attempt) {
        try {
            ResultLinkQueries.Links some = links.link(part.runId(), part.after());
            if (attempt > 0) {
                failed.remove(part);
            }
            goOn(part, some);
        } catch (NotAMemberException | UnknownProjectException gone) {
            log.debug(LEFT, part.runId());
            failed.remove(part);
        } catch (QueryTimeoutException slow) {
            log.warn(LEFT, part.runId(), LoggedFailure.of(slow));
            failed.remove(part);
        } catch (RuntimeException failure) {
            again(part, attempt, failure);
        }
    }

    private void goOn(Part part, ResultLinkQueries.Links some) {
        if (some.isTaken()) {
            enqueue(part, WHILE_TAKEN);
        } else if (some.last() != null) {
            enqueue(new Part(part.tenant(), part.runId(), some.last()), Duration.ZERO);
        }
    }

    private void again(Part part, int failures, RuntimeException latest) {
        if (failures == 0) {
            if (!failed.add(part)) {
                return;
            }
            log.warn(LEFT, part.runId(), LoggedFailure.of(latest));
        }
        int attempt = failures + 1;
        if (attempt == ATTEMPTS) {
            failed.remove(part);
        } else {
            schedule(() -> inTenant(part, attempt), Duration.ofSeconds(1L << (attempt - 1)));
        }
    }

    private void schedule(Runnable work, Duration pause) {
        thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Makes the links that wait before the node stops.
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(MAX_LAST_SECONDS, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    /// The traces of a run that came after one of them.
    ///
    /// @param after the id of that trace; null for all traces of the run
    private record Part(Tenant tenant, UUID runId, @Nullable UUID after) {

        static Part first(UUID runId) {
            return new Part(Tenant.current(), runId, null);
        }
    }
}
