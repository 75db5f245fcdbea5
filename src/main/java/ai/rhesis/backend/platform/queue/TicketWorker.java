package ai.rhesis.backend.platform.queue;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A worker for the tickets of one kind.
public interface TicketWorker {

    /// Returns the kind of the tickets, which stays the same from release to release: nodes of both share the queue.
    String kind();

    /// Works until there is nothing left to do, or this node is to stop and asks for it by `stopping`.
    ///
    /// The same ticket may be worked on by two nodes at once, when one of them was taken for dead.
    ///
    /// @return what becomes of the ticket
    Outcome work(Ticket ticket, BooleanSupplier stopping);

    /// The fate of a ticket.
    ///
    /// @param again after how long any node takes it again; null when it is done with
    /// @param waited whether it only waited: then the next wait may be longer
    record Outcome(@Nullable Duration again, boolean waited) {

        /// There is nothing left to do.
        public static final Outcome DONE = new Outcome(null, false);

        /// Another node is to go on with it now.
        public static final Outcome HANDED_BACK = new Outcome(Duration.ZERO, false);

        /// Asks for another attempt after a pause.
        public static Outcome after(Duration pause) {
            return new Outcome(pause, true);
        }
    }
}
