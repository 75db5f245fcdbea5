package ai.rhesis.backend.platform.secrets;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The users in whose names secrets are encrypted anew: one active owner of each active organization.
@Repository
@Transactional(readOnly = true)
class OwnerQueries {

    private final JdbcClient database;

    OwnerQueries(JdbcClient database) {
        this.database = database;
    }

    List<Tenant> findBehind(UUID organization, int limit) {
        return database.sql("select organization_id, user_id from app.list_owners(?, ?)")
                .params(organization, limit)
                .query((row, number) ->
                        new Tenant(row.getObject("organization_id", UUID.class), row.getObject("user_id", UUID.class)))
                .list();
    }
}
