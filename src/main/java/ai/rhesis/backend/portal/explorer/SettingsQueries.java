package ai.rhesis.backend.portal.explorer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The endpoint of a tree, where clients look for it in the attributes of the set.
@Repository
class SettingsQueries {

    private static final String FIND = """
            select cast(e.id as uuid)
            from (select s.attributes #>> '{adaptive_settings,default_endpoint_id}' as id
                  from app.test_set s
                  where s.id = :setId) e
            where e.id ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$'
            """;
    private static final String SET = """
            update app.test_set s
            set attributes = coalesce(s.attributes, '{}')
                             || jsonb_build_object('adaptive_settings', jsonb_build_object('default_endpoint_id', :id)),
                version = s.version + 1, updated_at = now()
            where s.id = :setId
            """;

    private final JdbcClient database;

    SettingsQueries(JdbcClient database) {
        this.database = database;
    }

    @Nullable
    UUID endpointOf(UUID setId) {
        return database.sql(FIND)
                .param("setId", setId)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    void setEndpoint(UUID setId, UUID endpointId) {
        database.sql(SET)
                .param("setId", setId)
                .param("id", endpointId.toString())
                .update();
    }
}
