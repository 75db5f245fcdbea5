package ai.rhesis.backend.portal.overview;

import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The objects of all main types, by the view `app.object`.
@Repository
class ObjectQueries {

    /// The latest changes. The organization is named for the planner, which can so read every table from the end
    /// of its index. Results of runs and spans, written by thousands, are no activity.
    private static final String LATEST = """
            select o.*, null as project_name, m.nano_id as user_nano_id, m.name as user_name, m.given_name,
                   m.family_name, m.email, m.picture, m.organization_id as user_organization_id
            from (select *
                  from app.object
                  where organization_id = (select app.current_organization()) and entity_type not in ('TestResult', 'Trace')
                  order by updated_at desc, id desc
                  limit :limit) o
            join app.membership m on m.organization_id = o.organization_id and m.user_id = o.user_id
            order by o.updated_at desc, o.id desc
            """;

    /// Nobody in particular makes a span, so whoever asks stands for its maker, whom no answer names.
    private static final String BY_ID = """
            select o.*, p.name as project_name, m.nano_id as user_nano_id, m.name as user_name, m.given_name,
                   m.family_name, m.email, m.picture, m.organization_id as user_organization_id
            from app.object o
            join app.membership m on m.organization_id = o.organization_id
                                 and m.user_id = coalesce(o.user_id, app.current_user_id())
            left join app.project p on p.organization_id = o.organization_id and p.id = o.project_id
            where o.id = :id
            """;

    private final JdbcClient database;

    ObjectQueries(JdbcClient database) {
        this.database = database;
    }

    /// Finds the objects that were made, changed or deleted last.
    List<ObjectView> findLatest(int limit) {
        return database.sql(LATEST)
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    Optional<ObjectView> find(UUID id) {
        return database.sql(BY_ID)
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    private static ObjectView view(ResultSet row) throws SQLException {
        return new ObjectView(
                row.getString("entity_type"),
                row.getObject("id", UUID.class),
                row.getString("nano_id"),
                row.getString("name"),
                row.getObject("project_id", UUID.class),
                row.getString("project_name"),
                UserReference.of(row),
                row.getLong("version"),
                Times.of(row, "created_at"),
                Times.of(row, "updated_at"),
                row.getObject("deleted_at") != null);
    }
}
