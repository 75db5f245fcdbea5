package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.persistence.LoggedFailure;
import ai.rhesis.backend.platform.queue.OrganizationWalk;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.run.testresult.ResultsWritten;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// The links of traces to the results of their tests, made by whichever comes later.
///
/// Both sides look only after they have committed: so the later of the two sees what the other one wrote. Workers that
/// write results do not wait for it. What fails is tried again, after pauses of one second that is doubled each time;
/// what is left then, or when a node dies, an hourly look finds.
@Component
class ResultLinks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ResultLinks.class);

    private static final int MAX_LAST_SECONDS = 5;
    private static final int ATTEMPTS = 9;

    private final ResultLinkQueries links;
    private final OrganizationWalk organizations;
    private final Set<RunOfTenant> waiting = ConcurrentHashMap.newKeySet();
    private final Set<RunOfTenant> failed = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofVirtual().name("result-links").factory());

    ResultLinks(ResultLinkQueries links, OrganizationWalk organizations) {
        this.links = links;
        this.organizations = organizations;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// Links the traces of runs whose spans have just been committed.
    void link(Set<UUID> runIds) {
        runIds.forEach(run -> linkNow(new RunOfTenant(Tenant.current(), run)));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void link(ResultsWritten written) {
        RunOfTenant run = new RunOfTenant(Tenant.current(), written.runId());
        if (!written.isExecuted()) {
            linkNow(run);
        } else if (waiting.add(run)) {
            thread.execute(() -> {
                // taken out first, so that results that are committed from now on are looked for once more
                waiting.remove(run);
                link(run);
            });
        }
    }

    /// Makes the links that were not made when they should have been.
    @Scheduled(initialDelay = 420, fixedDelay = 3600, timeUnit = TimeUnit.SECONDS)
    void everywhere() {
        organizations.sum("Traces wait for their results for another hour", this::of);
    }

    /// Makes those of one organization, and returns how many.
    int of(Tenant owner) {
        return owner.<Integer, RuntimeException>call(
                () -> links.waiting().stream().mapToInt(links::link).sum());
    }

    private void link(RunOfTenant run) {
        try {
            run.tenant().call(() -> {
                linkNow(run);
                return true;
            });
        } catch (NotAMemberException left) {
            log.debug("The traces of the run {} wait for their results", run.runId());
        }
    }

    private void linkNow(RunOfTenant run) {
        try {
            links.link(run.runId());
        } catch (DataAccessException | TransactionException failure) {
            if (failed.add(run)) {
                log.warn("The traces of the run {} wait for their results", run.runId(), LoggedFailure.of(failure));
                linkAgain(run, 1);
            }
        }
    }

    private void linkAgain(RunOfTenant run, int attempt) {
        if (attempt == ATTEMPTS) {
            failed.remove(run);
            return;
        }
        thread.schedule(
                () -> {
                    try {
                        run.tenant().call(() -> links.link(run.runId()));
                        failed.remove(run);
                    } catch (NotAMemberException left) {
                        failed.remove(run);
                    } catch (DataAccessException | TransactionException failure) {
                        linkAgain(run, attempt + 1);
                    }
                },
                1L << (attempt - 1),
                TimeUnit.SECONDS);
    }

    /// Makes the links that wait before the node stops.
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(MAX_LAST_SECONDS, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    private record RunOfTenant(Tenant tenant, UUID runId) {}
}
