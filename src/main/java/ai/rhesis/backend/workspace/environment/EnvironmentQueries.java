package ai.rhesis.backend.workspace.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The stored environments of projects.
@Repository
class EnvironmentQueries {

    private static final String ALL = """
            select name, experiment_id, experiment_version
            from app.parameter_environment
            where project_id = :projectId
            order by name
            """;
    private static final String BOUND = """
            select experiment_id, experiment_version
            from app.parameter_environment
            where project_id = :projectId and name = :name and experiment_id is not null
            """;
    private static final String REGISTER = """
            insert into app.parameter_environment (project_id, name)
            values (:projectId, :name)
            on conflict do nothing
            """;
    private static final String BIND = """
            insert into app.parameter_environment (project_id, name, experiment_id, experiment_version)
            values (:projectId, :name, :experimentId, :number)
            on conflict (organization_id, project_id, name) do update
            set experiment_id = excluded.experiment_id, experiment_version = excluded.experiment_version, updated_at = now()
            """;
    private static final String REMOVE = """
            delete from app.parameter_environment
            where project_id = :projectId and name = :name
            """;

    private final JdbcClient database;

    EnvironmentQueries(JdbcClient database) {
        this.database = database;
    }

    Map<String, @Nullable Binding> findAll(UUID projectId) {
        Map<String, @Nullable Binding> all = new LinkedHashMap<>();
        database.sql(ALL).param("projectId", projectId).query(row -> {
            UUID experimentId = row.getObject("experiment_id", UUID.class);
            all.put(
                    row.getString("name"),
                    experimentId == null ? null : Binding.of(experimentId, row.getInt("experiment_version")));
        });
        return all;
    }

    /// Returns the version that is bound to an environment.
    Optional<Binding> find(UUID projectId, String name) {
        return database.sql(BOUND)
                .param("projectId", projectId)
                .param("name", name)
                .query((row, number) ->
                        Binding.of(row.getObject("experiment_id", UUID.class), row.getInt("experiment_version")))
                .optional();
    }

    /// @return false when the project has an environment with this name
    boolean register(UUID projectId, String name) {
        return database.sql(REGISTER)
                        .param("projectId", projectId)
                        .param("name", name)
                        .update()
                == 1;
    }

    void bind(UUID projectId, String name, UUID experimentId, int number) {
        database.sql(BIND)
                .param("projectId", projectId)
                .param("name", name)
                .param("experimentId", experimentId)
                .param("number", number)
                .update();
    }

    void remove(UUID projectId, String name) {
        database.sql(REMOVE).param("projectId", projectId).param("name", name).update();
    }
}
