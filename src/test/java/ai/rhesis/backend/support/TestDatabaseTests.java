package ai.rhesis.backend.support;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.embedded.DatabaseLogin;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestDatabaseTests {

    @Test
    void everyRoleCanLogIn() throws SQLException {
        var database = TestDatabase.shared();

        assertThat(answer(database, database.runtime(), "select current_user")).isEqualTo("app_runtime");
        assertThat(answer(database, database.migrator(), "select current_user")).isEqualTo("app_migrator");
        assertThat(answer(database, database.superuser(), "select rolsuper from pg_roles where rolname = current_user"))
                .isEqualTo("t");
    }

    @Test
    void textSortsAlikeOnEveryServer() throws SQLException {
        var database = TestDatabase.shared();
        var locale = "select datlocprovider::text || datlocale from pg_database where datname = current_database()";

        assertThat(answer(database, database.superuser(), locale)).isEqualTo("bC.UTF-8");
    }

    @Test
    void aFreshDatabaseIsAnotherOne() throws SQLException {
        var fresh = TestDatabase.fresh();

        assertThat(fresh.jdbcUrl()).isNotEqualTo(TestDatabase.shared().jdbcUrl());
        assertThat(answer(fresh, fresh.runtime(), "select has_schema_privilege('app', 'usage')"))
                .isEqualTo("t");
    }

    private static String answer(TestDatabase database, DatabaseLogin login, String query) throws SQLException {
        try (var connection = database.connect(login);
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
