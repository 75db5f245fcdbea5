package ai.rhesis.backend.workspace.experiment;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The environments that an experiment is bound to.
@Repository
class ExperimentBindingQueries {

    private static final String IS_BOUND = """
            select exists (select from app.parameter_environment where experiment_id = :experimentId)
            """;
    /// Environments that every project has are stored only while they are bound.
    private static final String FORGET_BUILT_IN = """
            delete from app.parameter_environment
            where experiment_id = :experimentId and name in ('default', 'development', 'staging', 'production')
            """;
    private static final String UNBIND = """
            update app.parameter_environment
            set experiment_id = null, experiment_version = null, updated_at = now()
            where experiment_id = :experimentId
            """;

    private final JdbcClient database;

    ExperimentBindingQueries(JdbcClient database) {
        this.database = database;
    }

    boolean isBound(UUID experimentId) {
        return database.sql(IS_BOUND)
                .param("experimentId", experimentId)
                .query(Boolean.class)
                .single();
    }

    /// Frees all environments that an experiment is bound to.
    void unbind(UUID experimentId) {
        database.sql(FORGET_BUILT_IN).param("experimentId", experimentId).update();
        database.sql(UNBIND).param("experimentId", experimentId).update();
    }
}
