package ai.rhesis.backend.platform.node;

import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The rows of nodes, which the application reaches through functions of the database only.
@Repository
@Transactional
class NodeQueries {

    private static final String RENEW = "select app.renew_node(?)";
    private static final String LIVING = "select node_id from app.living_nodes()";
    private static final String FORGET = "select app.forget_node(?)";

    private final JdbcClient database;

    NodeQueries(JdbcClient database) {
        this.database = database;
    }

    /// Notes that a node lives; true when it was unknown.
    boolean renew(UUID node) {
        return database.sql(RENEW).param(node).query(Boolean.class).single();
    }

    Set<UUID> living() {
        return database.sql(LIVING).query(UUID.class).set();
    }

    void forget(UUID node) {
        database.sql(FORGET).param(node).query((row, number) -> 0).single();
    }
}
