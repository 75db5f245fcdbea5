package ai.rhesis.backend.platform.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;

/// The programs of PostgreSQL that this build carries: those of one system, or none.
class PackedBinaries implements PgBinaryResolver {

    @Override
    public InputStream getPgBinary(String system, String machine) throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        } catch (IllegalStateException missing) {
            throw new EmbeddedDatabaseException(
                    "No database is configured, and this build carries no PostgreSQL for " + system + " " + machine
                            + ".",
                    """
                    Configure a PostgreSQL 18 that db/bootstrap/bootstrap.sql has prepared, as docs/operations.md tells:
                        SPRING_DATASOURCE_URL=jdbc:postgresql://<host>:5432/<database>
                        SPRING_DATASOURCE_USERNAME=app_runtime      SPRING_DATASOURCE_PASSWORD=...
                        SPRING_FLYWAY_URL=jdbc:postgresql://<host>:5432/<database>
                        SPRING_FLYWAY_USER=app_migrator             SPRING_FLYWAY_PASSWORD=...
                        RHESIS_QUEUE_PASSWORD=...                   RHESIS_SECRETS_KEYS=<id>:<base64>
                    Or build on this system without -Dembedded=none, which packs its PostgreSQL into the jar.""",
                    missing);
        }
    }
}
