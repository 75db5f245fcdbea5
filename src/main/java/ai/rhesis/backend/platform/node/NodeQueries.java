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

    private final JdbcClient database;

    NodeQueries(JdbcClient database) {
        this.database = database;
    }

    /// Notes that a node lives; true when it was unknown.
    boolean renew(UUID node) {
        return database.sql("select app.renew_node(?)")
                .param(node)
                .query(Boolean.class)
                .single();
    }

    Set<UUID> living() {
        return database.sql("select node_id from app.living_nodes()")
                .query(UUID.class)
                .set();
    }

    void forget(UUID node) {
        database.sql("select app.forget_node(?)")
                .param(node)
                .query((row, number) -> 0)
                .single();
    }
}
