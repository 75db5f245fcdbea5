package ai.rhesis.backend.integration.connector;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The calls that are on their way between nodes.
@Repository
class ConnectorCallQueries {

    /// The characters of an answer that its column takes.
    static final int MAX_ANSWER = 2 * 1024 * 1024;

    private static final String PUT = """
            insert into app.connector_call (id, connection_id, caller_node_id, call_id, frame, deadline)
            values (:id, :connection, :caller, :callId, :frame, now() + :millis * interval '1 millisecond')
            """;

    /// Takes a call once, as long as somebody may wait for it.
    private static final String TAKE = """
            update app.connector_call
            set is_taken = true
            where id = :id and connection_id = :connection and not is_taken and deadline > now()
            returning caller_node_id, call_id, frame, extract(epoch from deadline - now()) * 1000 as millis
            """;

    private static final String WAITING = """
            select id from app.connector_call where connection_id = :connection and not is_taken and deadline > now()
            """;

    private static final String ANSWER = """
            update app.connector_call
            set answer = :answer
            where id = :id and connection_id = :connection and is_taken and answer is null
            """;

    private static final String COLLECT = """
            delete from app.connector_call where id = :id and answer is not null returning answer
            """;

    private static final String DELETE = "delete from app.connector_call where id = :id";

    private final JdbcClient database;

    ConnectorCallQueries(JdbcClient database) {
        this.database = database;
    }

    void put(UUID id, UUID connectionId, UUID callerNode, CallText call) {
        database.sql(PUT)
                .param("id", id)
                .param("connection", connectionId)
                .param("caller", callerNode)
                .param("callId", call.callId())
                .param("frame", call.frame())
                .param("millis", Duration.ofNanos(call.remainingNanos()).toMillis())
                .update();
    }

    Optional<Taken> take(UUID id, UUID connectionId) {
        return database.sql(TAKE)
                .param("id", id)
                .param("connection", connectionId)
                .query(ConnectorCallQueries::taken)
                .optional();
    }

    /// Lists the calls that a connection was not given yet.
    List<UUID> waiting(UUID connectionId) {
        return database.sql(WAITING)
                .param("connection", connectionId)
                .query(UUID.class)
                .list();
    }

    /// Writes the answer of the connection that took the call; false when nobody waits for it any more.
    boolean answer(UUID id, UUID connectionId, String answer) {
        return database.sql(ANSWER)
                        .param("id", id)
                        .param("connection", connectionId)
                        .param("answer", answer)
                        .update()
                == 1;
    }

    /// Removes an answered call and returns its answer; empty when there is none yet.
    Optional<String> collect(UUID id) {
        return database.sql(COLLECT).param("id", id).query(String.class).optional();
    }

    void delete(UUID id) {
        database.sql(DELETE).param("id", id).update();
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        return new Taken(
                row.getObject("caller_node_id", UUID.class),
                new CallText(
                        row.getString("call_id"),
                        row.getString("frame"),
                        System.nanoTime()
                                + Duration.ofMillis(row.getLong("millis")).toNanos()));
    }

    /// A call that a node took.
    record Taken(UUID callerNode, CallText call) {}
}
