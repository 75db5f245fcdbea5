package ai.rhesis.backend.identity.ticket;

import ai.rhesis.backend.platform.secrets.Secret;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of mailed tickets, which the application reaches through functions of the database only.
@Repository
class TicketQueries {

    private static final String STORE = "select app.store_mail_ticket(?, ?, ?, ?)";
    private static final String CONSUME = "select app.consume_mail_ticket(?, ?)";

    private final JdbcClient database;

    TicketQueries(JdbcClient database) {
        this.database = database;
    }

    /// Stores a ticket and returns the address to mail it to; empty when there is nobody, nothing to prove, or
    /// enough mail for the hour.
    Optional<String> store(MailedTicket kind, String email, Secret ticket) {
        return database.sql(STORE)
                .params(email, kind.purpose(), ticket.hash(), kind.minutes())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /// Uses a ticket up and returns the account whose address it proves; empty when it is no longer valid.
    Optional<UUID> consume(MailedTicket kind, Secret ticket) {
        return database.sql(CONSUME)
                .params(kind.purpose(), ticket.hash())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single();
    }
}
