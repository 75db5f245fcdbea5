package ai.rhesis.backend.workspace.project;

import ai.rhesis.backend.identity.user.UserReference;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored members of projects.
@Repository
class ProjectMemberQueries {

    private static final String MEMBERS = "select " + UserReference.COLUMNS + """
            from (select p.owner_id as user_id from app.project p where p.id = :projectId
                  union
                  select m.user_id from app.project_member m where m.project_id = :projectId) n
            join app.membership u on u.user_id = n.user_id
            order by lower(coalesce(u.name, u.email)), u.user_id
            """;
    private static final String ADD = """
            insert into app.project_member (project_id, user_id)
            values (:projectId, :userId)
            on conflict do nothing
            """;
    private static final String REMOVE =
            "delete from app.project_member where project_id = :projectId and user_id = :userId";

    private final JdbcClient database;

    ProjectMemberQueries(JdbcClient database) {
        this.database = database;
    }

    /// Lists the members by name, the owner among them.
    List<UserReference> find(UUID projectId) {
        return database.sql(MEMBERS)
                .param("projectId", projectId)
                .query((row, number) -> UserReference.of(row))
                .list();
    }

    void add(UUID projectId, UUID userId) {
        database.sql(ADD).param("projectId", projectId).param("userId", userId).update();
    }

    /// @return whether that was a member
    boolean remove(UUID projectId, UUID userId) {
        return database.sql(REMOVE)
                        .param("projectId", projectId)
                        .param("userId", userId)
                        .update()
                > 0;
    }
}
