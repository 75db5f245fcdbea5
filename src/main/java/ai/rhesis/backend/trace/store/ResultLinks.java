package ai.rhesis.backend.trace.store;

import ai.rhesis.backend.platform.persistence.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.run.testresult.ResultsWritten;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The links of traces to the results of their tests, made by whichever comes later.
///
/// Both sides look only after they have committed: so the later of the two sees what the other one wrote. Workers that
/// write results do not wait for it.
@Component
class ResultLinks implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ResultLinks.class);

    private static final int MAX_LAST_SECONDS = 5;

    private final ResultLinkQueries links;
    private final Set<RunOfTenant> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("result-links").factory());

    ResultLinks(ResultLinkQueries links) {
        this.links = links;
    }

    /// Links the traces of runs whose spans have just been committed.
    void link(Set<UUID> runIds) {
        if (!runIds.isEmpty()) {
            links.link(runIds);
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void link(ResultsWritten written) {
        if (!written.isExecuted()) {
            links.link(Set.of(written.runId()));
            return;
        }
        RunOfTenant run = new RunOfTenant(Tenant.current(), written.runId());
        if (waiting.add(run)) {
            thread.execute(() -> link(run));
        }
    }

    private void link(RunOfTenant run) {
        // taken out first, so that results that are committed from now on are looked for once more
        waiting.remove(run);
        try {
            run.tenant().call(() -> {
                links.link(Set.of(run.runId()));
                return true;
            });
        } catch (RuntimeException failure) {
            log.warn("The traces of the run {} wait for their results", run.runId(), LoggedFailure.of(failure));
        }
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
