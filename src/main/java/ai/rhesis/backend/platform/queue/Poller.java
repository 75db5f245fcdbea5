package ai.rhesis.backend.platform.queue;

import ai.rhesis.backend.platform.tenancy.LoggedFailure;
import ai.rhesis.backend.platform.tenancy.Shares;
import ai.rhesis.backend.platform.tenancy.TenancyCheck;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The poller of the queue, which takes tickets out and has each of them worked on in a thread of its own.
///
/// It starts last and stops first, while everything that the work needs is still there.
@Component
class Poller implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Poller.class);
    private static final Duration POLLING = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration MAX_STOP_DURATION = Duration.ofSeconds(15);

    private final QueueSettings settings;
    private final List<TicketWorker> workers;
    private final Shares shares;
    private @Nullable HikariDataSource connections;
    private volatile @Nullable Scheduler scheduler;

    Poller(QueueSettings settings, List<TicketWorker> workers) {
        this.settings = settings;
        this.workers = workers;
        // half of them, so that an organization whose targets hang leaves workers to the others
        this.shares = new Shares(Math.max(1, settings.workers() / 2));
    }

    @Override
    public void start() {
        HikariDataSource own = settings.connect();
        TenancyCheck.require(own, TenancyCheck.ROLE, "db/checks/queue.sql");
        connections = own;
        scheduler = polling(own);
    }

    @Override
    public boolean isAutoStartup() {
        return settings.workers() > 0;
    }

    private Scheduler polling(HikariDataSource own) {
        Scheduler polling = Scheduler.create(
                        own, workers.stream().<Task<?>>map(this::task).toList())
                .tableName(TicketQueue.TABLE)
                .serializer(new TicketFormat())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("ticket-", 0).factory()))
                .threads(settings.workers())
                .pollingInterval(POLLING)
                .pollUsingLockAndFetch(0.5, 1)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(MAX_STOP_DURATION)
                // told here, without values of statements
                .failureLogging(LogLevel.OFF, false)
                .build();
        polling.start();
        return polling;
    }

    /// Polls at once on the node where a ticket was put.
    @TransactionalEventListener
    void look(TicketQueue.TicketPut put) {
        Scheduler polling = scheduler;
        if (polling != null) {
            polling.triggerCheckForDueExecutions();
        }
    }

    private CustomTask<Ticket> task(TicketWorker worker) {
        return Tasks.custom(TicketQueue.task(worker.kind()))
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(worker, instance, context));
    }

    private CompletionHandler<Ticket> execute(
            TicketWorker worker, TaskInstance<Ticket> instance, ExecutionContext context) {
        Ticket ticket = instance.getData();
        TicketWorker.Outcome outcome = work(worker, ticket, context);
        Duration again = outcome.again();
        return again == null
                ? new CompletionHandler.OnCompleteRemove<>()
                : (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(again), ticket.waited(outcome.waited()));
    }

    private TicketWorker.Outcome work(TicketWorker worker, Ticket ticket, ExecutionContext context) {
        if (!shares.take(ticket.organizationId())) {
            return TicketWorker.Outcome.after(ticket.pause());
        }
        try {
            return worker.work(ticket, () -> context.getSchedulerState().isShuttingDown());
        } catch (RuntimeException failure) {
            log.warn("Work on {} failed and is tried again", ticket.subjectId(), LoggedFailure.of(failure));
            throw failure;
        } finally {
            shares.giveBack(ticket.organizationId());
        }
    }

    @Override
    public void stop() {
        Scheduler polling = scheduler;
        scheduler = null;
        if (polling != null) {
            polling.stop();
        }
        if (connections != null) {
            connections.close();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
