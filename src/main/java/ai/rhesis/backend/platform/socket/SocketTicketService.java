package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.Secret;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.security.Session;
import ai.rhesis.backend.platform.security.SessionHolders;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;

/// The tickets that open web sockets: a browser can send a token only in the address of one, where logs and
/// histories would keep it. A ticket is worth nothing after its use or a minute.
@Service
class SocketTicketService {

    static final int LIFETIME_SECONDS = 60;

    private static final String PARAMETER = "token";

    private final SocketTicketQueries tickets;
    private final SessionHolders holders;
    private final TransactionTemplate transaction;

    SocketTicketService(SocketTicketQueries tickets, SessionHolders holders, TransactionTemplate transaction) {
        this.tickets = tickets;
        this.holders = holders;
        this.transaction = transaction;
    }

    /// Makes a ticket.
    ///
    /// @throws ProblemException 403 for a caller with an API token: sockets are for sessions
    Secret issue(Caller caller) {
        Session session = caller.session();
        if (session == null) {
            throw Problem.forbidden("A socket is opened by a session; API tokens can't open one.")
                    .exception();
        }
        Secret ticket = Secret.random();
        transaction.executeWithoutResult(status -> tickets.store(ticket, session.epoch(), LIFETIME_SECONDS));
        return ticket;
    }

    /// Finds the holder of the ticket in an address, and ends the ticket.
    ///
    /// @throws ProblemException 401 or 403 when it is no longer valid, or its session has ended
    Caller redeem(@Nullable URI address) {
        return Optional.ofNullable(address)
                .map(uri -> UriComponentsBuilder.fromUri(uri)
                        .build()
                        .getQueryParams()
                        .getFirst(PARAMETER))
                .flatMap(ticket -> transaction.execute(status -> tickets.consume(new Secret(ticket))))
                .map(holders::require)
                .orElseThrow(() -> Problem.unauthorized("The ticket is unknown, used or expired.")
                        .exception());
    }
}
