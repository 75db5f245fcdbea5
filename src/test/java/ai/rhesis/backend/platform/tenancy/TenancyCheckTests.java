package ai.rhesis.backend.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.embedded.DatabaseLogin;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Starts on databases that were broken on purpose.
class TenancyCheckTests {

    private static final TestDatabase SOUND = migrated();

    @Test
    void aSoundDatabaseIsAccepted() {
        assertThatCode(() -> start(SOUND, SOUND.runtime())).doesNotThrowAnyException();
    }

    @Test
    void aSuperuserInThePoolIsRefused() {
        assertThatThrownBy(() -> start(SOUND, SOUND.superuser()))
                .isInstanceOf(TenancyBreachException.class)
                .hasMessageContaining("R01 the role of the pool is a superuser")
                .hasMessageContaining("Remedy: Let the pool log in as app_runtime")
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .hasSizeLessThan(10)
                        .noneMatch(line -> line.contains("R05") || line.contains("C21")));
    }

    @Test
    void onlyTheFirstOfManyBreachesAreTold() throws SQLException {
        TestDatabase broken = migrated();
        try (Connection connection = broken.connect(broken.superuser());
                Statement statement = connection.createStatement()) {
            for (int number = 1; number <= 20; number++) {
                statement.execute("create table app.note_" + number + " (id uuid primary key)");
            }
        }
        assertThatThrownBy(() -> start(broken, broken.runtime()))
                .hasMessageContaining("C01 neither tenant table nor allow-listed: note_1\n")
                .hasMessageContaining("These are the first 12 of 80.")
                .satisfies(refusal -> assertThat(
                                String.valueOf(refusal.getMessage()).lines())
                        .filteredOn(line -> line.contains("Remedy:"))
                        .hasSize(12));
    }

    @Test
    void theMigratorInThePoolIsRefused() {
        assertThatThrownBy(() -> start(SOUND, SOUND.migrator()))
                .hasMessageContaining("R02 the role of the pool bypasses row policies: app_migrator")
                .hasMessageContaining("R04 the role of the pool is a member of another role: app_owner");
    }

    @Test
    void everyBrokenRuleIsNamedWithItsObject() throws SQLException {
        TestDatabase broken = migrated();
        try (Connection connection = broken.connect(broken.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table app.prompt disable row level security");
            statement.execute("alter table app.tag no force row level security");
            statement.execute("create policy everybody on app.model for select using (true)");
            statement.execute("create table app.note (id uuid primary key)");
            statement.execute("alter table app.note owner to app_owner");
            statement.execute("drop index app.test_category, app.test_status");
            statement.execute("create index test_category on app.test (organization_id, category_id) "
                    + "where deleted_at is null");
            statement.execute("create index test_status on app.test (organization_id, status_id) "
                    + "where category_id is not null");
            statement.execute("create view app.all_prompts as select * from app.prompt");
            statement.execute("grant truncate on app.test to app_runtime");
            statement.execute("drop policy project_scope on app.test_set");
            statement.execute("grant execute on function pg_catalog.set_config(text, text, boolean) to public");
        }
        assertThatThrownBy(() -> start(broken, broken.runtime()))
                .hasMessageContaining("C03 RLS not enabled: prompt")
                .hasMessageContaining("alter table app.prompt enable row level security")
                .hasMessageContaining("C04 RLS not forced: tag")
                .hasMessageContaining("C06 extra permissive policy reaching the runtime role: model.everybody")
                .hasMessageContaining("C01 neither tenant table nor allow-listed: note")
                .hasMessageContaining("referencing side: app.test.test_organization_id_category_id_fkey")
                .hasMessageContaining("referencing side: app.test.test_organization_id_status_id_fkey")
                .hasMessageContaining("C14 view without security_invoker: all_prompts")
                .hasMessageContaining("C22 runtime role (or PUBLIC) holds TRUNCATE/REFERENCES/TRIGGER/MAINTAIN: test")
                .hasMessageContaining("C30 runtime role may call set_config")
                .hasMessageContaining(
                        "C31 project_id without the policy project_scope, or with an altered one: test_set")
                .hasMessageContaining("call app.project_scoped('app.test_set')");
    }

    private static void start(TestDatabase database, DatabaseLogin login) {
        new TenancyCheck(new DriverManagerDataSource(database.jdbcUrl(), login.role(), login.password()))
                .afterSingletonsInstantiated();
    }

    private static TestDatabase migrated() {
        TestDatabase database = TestDatabase.fresh();
        Flyway.configure()
                .dataSource(
                        database.jdbcUrl(),
                        database.migrator().role(),
                        database.migrator().password())
                .defaultSchema("app")
                .createSchemas(false)
                .load()
                .migrate();
        return database;
    }
}
