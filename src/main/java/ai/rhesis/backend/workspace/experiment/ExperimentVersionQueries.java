package ai.rhesis.backend.workspace.experiment;

import ai.rhesis.backend.platform.persistence.Times;
import ai.rhesis.backend.workspace.parameter.ParameterValue;
import ai.rhesis.backend.workspace.parameter.ParameterValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The stored versions of experiments.
@Repository
class ExperimentVersionQueries {

    private static final String ALL = """
            select v.*
            from app.experiment_version v
            where v.experiment_id = :experimentId
            order by v.number
            """;
    /// The version of a number or hash; the newest where several have the hash.
    private static final String FIND = """
            select v.*
            from app.experiment_version v
            where v.experiment_id = :experimentId and (v.number = :number or v.content_hash = :hash)
            order by v.number desc
            limit 1
            """;
    private static final String SIZE = """
            select coalesce(sum(v.size), 0)
            from app.experiment_version v
            where v.experiment_id = :experimentId
            """;
    /// At most two, which is enough to know that there is more than one.
    private static final String HOLDERS = """
            select e.id
            from app.experiment e
            where e.project_id = :projectId and e.deleted_at is null
              and (e.versions_count >= :number
                   or exists (
                       select from app.experiment_version v
                       where v.organization_id = e.organization_id and v.experiment_id = e.id
                         and v.content_hash = :hash))
            limit 2
            """;
    private static final String ADD = """
            insert into app.experiment_version (
                experiment_id, number, created_at, content_hash, schema_fingerprint, values, size, parent_number, message)
            values (
                :experimentId, :number, :createdAt, :hash, :fingerprint, cast(:values as jsonb), :size, :parent, :message)
            """;
    private static final TypeReference<Map<String, ParameterValue>> VALUES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    ExperimentVersionQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Returns all versions of an experiment, the oldest first.
    List<ExperimentVersion> findAll(UUID experimentId) {
        return database.sql(ALL)
                .param("experimentId", experimentId)
                .query((row, number) -> version(row))
                .list();
    }

    Optional<ExperimentVersion> find(UUID experimentId, VersionKey key) {
        return database.sql(FIND)
                .param("experimentId", experimentId)
                .param("number", key.number())
                .param("hash", key.text())
                .query((row, number) -> version(row))
                .optional();
    }

    /// Returns the bytes that all versions of an experiment take together.
    long size(UUID experimentId) {
        return database.sql(SIZE)
                .param("experimentId", experimentId)
                .query(Long.class)
                .single();
    }

    /// Returns the experiments of a project that have a version with this name, at most two of them.
    List<UUID> findHolders(UUID projectId, VersionKey key) {
        return database.sql(HOLDERS)
                .param("projectId", projectId)
                .param("number", key.number())
                .param("hash", key.text())
                .query(UUID.class)
                .list();
    }

    void add(UUID experimentId, ExperimentVersion version) {
        database.sql(ADD)
                .param("experimentId", experimentId)
                .param("number", version.number())
                .param("createdAt", version.createdAt().atOffset(ZoneOffset.UTC))
                .param("hash", version.contentHash())
                .param("fingerprint", version.schemaFingerprint())
                .param("values", json.writeValueAsString(version.values().byName()))
                .param("size", version.values().size())
                .param("parent", version.parentNumber())
                .param("message", version.message())
                .update();
    }

    private ExperimentVersion version(ResultSet row) throws SQLException {
        return new ExperimentVersion(
                row.getInt("number"),
                row.getString("content_hash"),
                row.getString("schema_fingerprint"),
                new ParameterValues(json.readValue(row.getString("values"), VALUES)),
                row.getObject("parent_number", Integer.class),
                row.getString("message"),
                Times.of(row, "created_at"),
                row.getObject("user_id", UUID.class));
    }
}
