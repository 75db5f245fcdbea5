package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.rhesis.backend.platform.start.StartRefusalAnalyzer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Migrates databases of their own with the settings of the application.
@IntegrationTest
class BaselineMigrationTests {

    private static final Path DIRECTORY = Path.of("data", "postgres");

    private final BaselineMigration configured = new BaselineMigration(false, DIRECTORY);
    private final BaselineMigration embedded = new BaselineMigration(true, DIRECTORY);

    @Autowired
    private Flyway application;

    @TempDir
    private Path before;

    @Test
    void emptyDatabaseIsMigratedAndAcceptedAgain() throws SQLException {
        TestDatabase database = TestDatabase.fresh();

        configured.migrate(on(database).load());

        assertThatCode(() -> configured.migrate(on(database).load())).doesNotThrowAnyException();
        assertThat(ask(database, "select min(version) from app.flyway_schema_history"))
                .containsExactly(BaselineMigration.BASELINE.getVersion());
    }

    @Test
    void databaseOfBeforeIsRefusedUntouched() throws IOException, SQLException {
        TestDatabase database = madeBefore();

        assertThatThrownBy(() -> configured.migrate(on(database).load()))
                .isInstanceOf(SupersededSchemaException.class)
                .hasMessageContaining("The database " + nameOf(database) + " was made by a version before")
                .hasMessageContaining("Nothing in it was changed.");
        assertThat(ask(database, "select tablename from pg_tables where schemaname = 'app' order by tablename"))
                .containsExactly("flyway_schema_history", "prompt");
        assertThat(ask(database, "select version from app.flyway_schema_history order by installed_rank"))
                .containsExactly("20261123.1000", "20261124.1731");
    }

    @Test
    void embeddedDatabaseOfBeforeIsNamedByItsDirectory() throws IOException {
        TestDatabase database = madeBefore();

        assertThatThrownBy(() -> embedded.migrate(on(database).load()))
                .hasMessageStartingWith(
                        "The database in " + DIRECTORY.toAbsolutePath() + " was made by a version before");
    }

    @Test
    void refusalSaysWhatToDo() throws IOException {
        TestDatabase database = madeBefore();
        Throwable refusal = catchThrowable(() -> embedded.migrate(on(database).load()));

        var report = new StartRefusalAnalyzer().analyze(new BeanCreationException("flyway", "no schema", refusal));

        assertThat(report).extracting(FailureAnalysis::getDescription).isEqualTo(refusal.getMessage());
        assertThat(report)
                .extracting(FailureAnalysis::getAction)
                .asString()
                .contains("begin anew", "set rhesis.data-directory")
                .contains("GET /test_sets/{id}/download", "POST /import/analyze")
                .hasLineCount(5);
    }

    @Test
    void editedMigrationIsRefused() throws SQLException {
        TestDatabase database = TestDatabase.fresh();
        configured.migrate(on(database).load());
        ask(database, """
                update app.flyway_schema_history set checksum = checksum + 1
                where version = '20261126.1000'
                returning version""");

        assertThatThrownBy(() -> configured.migrate(on(database).load()))
                .isInstanceOf(FlywayValidateException.class)
                .hasMessageContaining("Migration checksum mismatch for migration version 20261126.1000");
    }

    private FluentConfiguration on(TestDatabase database) {
        return Flyway.configure()
                .configuration(application.getConfiguration())
                .dataSource(
                        database.jdbcUrl(),
                        database.migrator().role(),
                        database.migrator().password());
    }

    /// A database with the first and the last file of those that the baseline took the place of, cut short.
    private TestDatabase madeBefore() throws IOException {
        TestDatabase database = TestDatabase.fresh();
        Files.writeString(before.resolve("V20261123_1000__create_tenancy.sql"), "create table app.prompt (id uuid);");
        Files.writeString(before.resolve("V20261124_1731__look_up_the_living_by_id.sql"), "select 1;");
        on(database).locations("filesystem:" + before).load().migrate();
        return database;
    }

    private static String nameOf(TestDatabase database) {
        return database.jdbcUrl().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    private static List<String> ask(TestDatabase database, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (var connection = database.connect(database.superuser());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
