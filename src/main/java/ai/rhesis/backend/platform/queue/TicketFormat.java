package ai.rhesis.backend.platform.queue;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

/// The plain text format of tickets, so that nothing in the queue can become an object of any other class.
final class TicketFormat implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        return ((Ticket) data).bytes();
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
        return type.cast(Ticket.of(bytes));
    }
}
