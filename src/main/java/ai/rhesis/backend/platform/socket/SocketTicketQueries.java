package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.Session;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of tickets, which the application reaches through functions of the database only.
@Repository
class SocketTicketQueries {

    private static final String STORE = "select app.store_socket_ticket(?, ?, ?)";
    private static final String CONSUME = "select account_id, epoch from app.consume_socket_ticket(?)";

    private final JdbcClient database;

    SocketTicketQueries(JdbcClient database) {
        this.database = database;
    }

    void store(Secret ticket, int epoch, int seconds) {
        database.sql(STORE)
                .params(epoch, ticket.hash(), seconds)
                .query((row, number) -> 0)
                .single();
    }

    /// Ends a ticket and returns the session that it was made in; empty when it is no longer valid.
    Optional<Session> consume(Secret ticket) {
        return database.sql(CONSUME)
                .param(ticket.hash())
                .query((row, number) -> new Session(row.getObject("account_id", UUID.class), row.getInt("epoch")))
                .optional();
    }
}
