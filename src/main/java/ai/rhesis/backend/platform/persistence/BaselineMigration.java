package ai.rhesis.backend.platform.persistence;

import java.nio.file.Path;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/// The migration of the schema at the start, which refuses a database from before the first release untouched.
@Component
class BaselineMigration implements FlywayMigrationStrategy {

    /// The file that every schema begins with since the first release.
    static final MigrationVersion BASELINE = MigrationVersion.fromVersion("20261126.1000");

    private final boolean embedded;
    private final Path directory;

    BaselineMigration(
            @Value("${rhesis.embedded-database:false}") boolean embedded,
            @Value("${rhesis.data-directory}") Path directory) {
        this.embedded = embedded;
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public void migrate(Flyway flyway) {
        var info = flyway.info();
        if (Arrays.stream(info.applied()).anyMatch(BaselineMigration::isSuperseded)) {
            throw embedded
                    ? SupersededSchemaException.embedded(directory)
                    : SupersededSchemaException.configured(info.getInfoResult().database);
        }
        flyway.migrate();
    }

    // Flyway's own entry, such as the creation of the schema, has no version.
    private static boolean isSuperseded(MigrationInfo migration) {
        return migration.isVersioned() && migration.getVersion().compareTo(BASELINE) < 0;
    }
}
