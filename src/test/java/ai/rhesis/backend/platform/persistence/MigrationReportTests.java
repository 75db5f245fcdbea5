package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

class MigrationReportTests {

    private final MigrateResult result = new MigrateResult("12", "rhesis", "app", "PostgreSQL");

    @Test
    void whatWasMigratedIsOneLine() {
        result.initialSchemaVersion = "20261126.1000";
        result.targetSchemaVersion = "20261126.1200";
        result.migrationsExecuted = 3;
        assertThat(MigrationReport.told(result))
                .isEqualTo("Migrated the schema to version 20261126.1200 by 3 migrations in 0 ms");
    }

    @Test
    void nothingToMigrateIsToldToo() {
        result.initialSchemaVersion = "20261126.1000";
        assertThat(MigrationReport.told(result)).isEqualTo("The schema is up to date at version 20261126.1000");
    }
}
