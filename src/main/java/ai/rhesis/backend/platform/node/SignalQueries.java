package ai.rhesis.backend.platform.node;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The signals between nodes, which PostgreSQL carries when the transaction that sends them commits.
@Repository
public class SignalQueries {

    /// The statement by which a connection is told of all signals.
    static final String LISTEN = "listen rhesis_signal";

    /// The question that shows whether a connection still works.
    static final String NOW = "select clock_timestamp()";

    private static final String SEND = "select pg_notify('rhesis_signal', ?)";

    private final JdbcClient database;

    SignalQueries(JdbcClient database) {
        this.database = database;
    }

    /// Sends a signal to all nodes, this one too, once the caller's transaction is committed.
    ///
    /// @param text at most 8,000 bytes, of ids and nothing that is anybody's
    public void send(String text) {
        database.sql(SEND).param(text).query((row, number) -> 0).single();
    }
}
