package ai.rhesis.backend.platform.queue;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The queue in which work waits for whichever node takes it.
@Component
public class TicketQueue {

    static final String TABLE = "queue.scheduled_tasks";

    private final SchedulerClient client;
    private final ApplicationEventPublisher events;

    TicketQueue(DataSource pool, ApplicationEventPublisher events) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(pool))
                .tableName(TABLE)
                .serializer(new TicketFormat())
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
        this.events = events;
    }

    /// Puts a ticket into the queue, to be seen when the caller's transaction is committed.
    ///
    /// @param kind of the work, by which its [TicketWorker] is found
    /// @param delay after which it is due
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(String kind, Ticket ticket, Duration delay) {
        TaskInstance<Ticket> instance =
                task(kind).instance(BaseEntity.newId().toString()).data(ticket).build();
        client.schedule(instance, Instant.now().plus(delay));
        events.publishEvent(new TicketPut());
    }

    /// Returns the task of a kind. A node that does not know the kind yet leaves its tickets to others.
    static TaskDescriptor<Ticket> task(String kind) {
        return TaskDescriptor.of(kind, Ticket.class);
    }

    /// The event, inside the transaction, of a ticket that was put.
    record TicketPut() {}
}
