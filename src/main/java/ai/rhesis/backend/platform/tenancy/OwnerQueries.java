package ai.rhesis.backend.platform.tenancy;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The users in whose names this service works on its own in organizations: one active owner of each that is active.
@Repository
@Transactional(readOnly = true)
public class OwnerQueries {

    private static final String FIND_BEHIND = "select organization_id, user_id from app.list_owners(?, ?)";

    private final JdbcClient database;

    OwnerQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds the owners of the organizations that come after one in the order of their ids.
    public List<Tenant> findBehind(UUID organization, int limit) {
        return database.sql(FIND_BEHIND)
                .params(organization, limit)
                .query((row, number) ->
                        new Tenant(row.getObject("organization_id", UUID.class), row.getObject("user_id", UUID.class)))
                .list();
    }
}
