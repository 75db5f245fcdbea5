package ai.rhesis.backend.suite.version;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.ClassPathResource;

/// Migrates a run of before there were versions. The expected hashes are those of a program in another language.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OldResultMigrationTests {

    private static final String BASELINE = "20261126.1015";

    private final TestDatabase database = TestDatabase.fresh();

    @BeforeAll
    void migrateAnOldRun() throws SQLException, IOException {
        migrate(BASELINE);
        String run = new ClassPathResource("old-run.sql").getContentAsString(StandardCharsets.UTF_8);
        try (Connection connection = database.connect(database.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute(run);
        }
        migrate("latest");
    }

    @Test
    void oldResultHasTheHashesOfWhatItsRunPinned() throws SQLException {
        assertThat(ask("select content_hash || ' ' || stimulus_hash from app.test_result"))
                .isEqualTo("db4a2ea53fbb07a050e383910ec945bf69409813f220b3e11162f011a90f260e"
                        + " 1632f419b77a57a486c9039359fdc358bee6cb0ff02f3a9606afc4e4eb33f384");
    }

    @Test
    void oldResultHasAnOutcome() throws SQLException {
        assertThat(ask("select outcome || ' ' || position || ' ' || n from app.test_outcome"))
                .isEqualTo("pass 1 1");
    }

    @Test
    void testsOfOldSetsAreStillToBeLookedAt() throws SQLException {
        assertThat(ask("select count(*) from app.test_set_unversioned")).isEqualTo("1");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(
                        database.jdbcUrl(),
                        database.migrator().role(),
                        database.migrator().password())
                .defaultSchema("app")
                .createSchemas(false)
                .target(target)
                .load()
                .migrate();
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = database.connect(database.superuser());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
