package ai.rhesis.backend.workspace.parameter;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The stored parameters of projects.
@Repository
class ParameterSchemaQueries {

    private static final String FIND = "select fields, version from app.parameter_schema where project_id = :projectId";
    private static final String BEGIN = """
            insert into app.parameter_schema (project_id)
            values (:projectId)
            on conflict do nothing
            """;
    private static final String LOCK = """
            select version
            from app.parameter_schema
            where project_id = :projectId
            for update
            """;
    private static final String REPLACE = """
            update app.parameter_schema
            set fields = cast(:fields as jsonb), version = version + 1, updated_at = now()
            where project_id = :projectId
            """;
    private static final TypeReference<List<ParameterField>> FIELDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    ParameterSchemaQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Returns the parameters of a project; none at first.
    StoredSchema find(UUID projectId) {
        return database.sql(FIND)
                .param("projectId", projectId)
                .query((row, number) -> new StoredSchema(
                        new ParameterSchema(json.readValue(row.getString("fields"), FIELDS)), row.getLong("version")))
                .optional()
                .orElseGet(() -> new StoredSchema(new ParameterSchema(List.of()), 0));
    }

    /// Locks the parameters of a project until the transaction ends, and tells how often they were replaced.
    long lock(UUID projectId) {
        database.sql(BEGIN).param("projectId", projectId).update();
        return database.sql(LOCK)
                .param("projectId", projectId)
                .query(Long.class)
                .single();
    }

    void replace(UUID projectId, ParameterSchema schema) {
        database.sql(REPLACE)
                .param("projectId", projectId)
                .param("fields", json.writeValueAsString(schema.fields()))
                .update();
    }
}
