package ai.rhesis.backend.platform.persistence;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The one line of the log that says what the start did to the schema.
@Component
class MigrationReport extends BaseCallback {

    private static final Logger log = LoggerFactory.getLogger(MigrationReport.class);

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE_OPERATION_FINISH;
    }

    @Override
    public void handle(Event event, Context context) {
        if (context.getOperationResult() instanceof MigrateResult result) {
            log.info(told(result));
        }
    }

    static String told(MigrateResult result) {
        String version = result.targetSchemaVersion == null ? result.initialSchemaVersion : result.targetSchemaVersion;
        return result.migrationsExecuted == 0
                ? "The schema is up to date at version %s".formatted(version)
                : "Migrated the schema to version %s by %d migrations in %d ms"
                        .formatted(version, result.migrationsExecuted, result.getTotalMigrationTime());
    }
}
