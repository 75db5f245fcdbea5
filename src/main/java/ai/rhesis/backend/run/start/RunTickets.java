package ai.rhesis.backend.run.start;

import ai.rhesis.backend.platform.persistence.StatisticsQueries;
import ai.rhesis.backend.platform.queue.Ticket;
import ai.rhesis.backend.platform.queue.TicketQueue;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The tickets by which nodes learn of a run.
@Component
public class RunTickets {

    /// The kind of the tickets in the queue.
    public static final String KIND = "ticket";

    private static final int ITEMS_PER_TICKET = 20;
    private static final int MAX_TICKETS = 4;
    private static final Duration BETWEEN_TICKETS = Duration.ofMillis(300);

    private final TicketQueue queue;
    private final StatisticsQueries statistics;

    RunTickets(TicketQueue queue, StatisticsQueries statistics) {
        this.queue = queue;
        this.statistics = statistics;
    }

    /// Puts several into the queue, so that several nodes take part; each is good for the whole run.
    void put(UUID runId, int items) {
        statistics.refresh();
        int tickets = Math.clamp(items / ITEMS_PER_TICKET, 1, MAX_TICKETS);
        for (int number = 0; number < tickets; number++) {
            queue.put(KIND, Ticket.of(runId), BETWEEN_TICKETS.multipliedBy(number));
        }
    }
}
