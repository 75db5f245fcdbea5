package ai.rhesis.backend.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Household;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/// Asks every tenant table, as the role of the application, for what it must never give.
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RowLevelSecurityTests {

    @Autowired
    Organizations organizations;

    String mine;
    String theirs;
    String me;
    String project;

    @BeforeAll
    void twoFullOrganizations() {
        Api api = organizations.create();
        Household.fill(organizations, api);
        mine = String.valueOf(api.get("/tokens/current").text("organization_id"));
        me = String.valueOf(api.get("/organizations/" + mine).text("owner_id"));
        project = String.valueOf(api.get("/projects").text("0.id"));
        Api others = organizations.create();
        Household.fill(organizations, others);
        theirs = String.valueOf(others.get("/tokens/current").text("organization_id"));
    }

    @Test
    void theCatalogKeepsItsRules() throws SQLException, java.io.IOException {
        try (Connection connection = asMigrator()) {
            connection.setAutoCommit(false);
            execute(connection, "set local search_path = pg_catalog, pg_temp");
            String checks = new ClassPathResource("db/checks/catalog.sql").getContentAsString(StandardCharsets.UTF_8);
            assertThat(column(connection, checks)).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTableHasRowsOfBothOrganizations() throws SQLException {
        return forEveryTable(table -> {
            try (Connection connection = asMigrator()) {
                String rows = "select distinct organization_id::text from app.%s where organization_id in ('%s', '%s')";
                assertThat(column(connection, rows.formatted(table, mine, theirs)))
                        .as("rows of %s; let Household make one", table)
                        .containsExactlyInAnyOrder(mine, theirs);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> withoutATenantEveryTableRefuses() throws SQLException {
        return forEveryTable(table -> {
            try (Connection connection = asRuntime()) {
                assertThatThrownBy(() -> column(connection, "select 1 from app." + table))
                        .extracting("SQLState")
                        .isIn("RL001", "42501");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> rowsOfAnotherTenantAreInvisible() throws SQLException {
        return forEveryTable(table -> {
            try (Connection connection = inMyOrganization()) {
                if (mayNot("select", table)) {
                    return;
                }
                assertThat(column(connection, "select distinct organization_id::text from app." + table))
                        .containsExactly(mine);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> insertIntoAnotherTenantIsRefused() throws SQLException {
        return forEveryTable(table -> {
            String columns = String.join(", ", storedColumns(table));
            String copy = "insert into app.%1$s (%2$s) select %2$s from jsonb_populate_record(null::app.%1$s, '%3$s')";
            try (Connection connection = inMyOrganization()) {
                assertThatThrownBy(() -> execute(connection, copy.formatted(table, columns, theirRow(table))))
                        .extracting("SQLState")
                        .isEqualTo("42501");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> moveIntoAnotherTenantIsRefused() throws SQLException {
        return forEveryTable(table -> {
            try (Connection connection = inMyOrganization()) {
                assertThatThrownBy(() -> execute(
                                connection, "update app.%s set organization_id = '%s'".formatted(table, theirs)))
                        .extracting("SQLState")
                        .isEqualTo("42501");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> rowsOfAnotherTenantCannotBeDeleted() throws SQLException {
        return forEveryTable(table -> {
            try (Connection connection = inMyOrganization()) {
                if (mayNot("delete", table)) {
                    return;
                }
                String delete = "delete from app.%s where organization_id = '%s'".formatted(table, theirs);
                try (Statement statement = connection.createStatement()) {
                    assertThat(statement.executeUpdate(delete)).isZero();
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aProjectNarrowsEveryTableOfProjects() throws SQLException {
        return forEveryTableOfProjects(table -> {
            try (Connection connection = inMyProject()) {
                assertThat(column(
                                connection,
                                "select distinct project_id from app." + table + " where project_id is not null"))
                        .as("rows of %s in a project; let Household make one", table)
                        .containsExactly(project);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> moveIntoAnotherProjectIsRefused() throws SQLException {
        return forEveryTableOfProjects(table -> {
            try (Connection connection = inMyProject()) {
                assertThatThrownBy(() -> execute(
                                connection, "update app.%s set project_id = '%s'".formatted(table, UUID.randomUUID())))
                        .extracting("SQLState")
                        .isEqualTo("42501");
            }
        });
    }

    @Test
    void closedTablesAreClosed() throws SQLException {
        List<String> closed = List.of(
                "account", "login_attempt", "login_code", "mail_ticket", "refresh_token", "socket_ticket", "node");
        for (String table : closed) {
            try (Connection connection = inMyOrganization()) {
                assertThatThrownBy(() -> column(connection, "select 1 from app." + table))
                        .extracting("SQLState")
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void aTenantIsOpenedOnceAndOnlyByTheFunction() throws SQLException {
        try (Connection connection = inMyOrganization()) {
            assertThatThrownBy(() -> execute(connection, opening(mine, me)))
                    .extracting("SQLState")
                    .isEqualTo("RL002");
        }
        try (Connection connection = asRuntime()) {
            assertThatThrownBy(() -> execute(connection, opening(theirs, me)))
                    .extracting("SQLState")
                    .isEqualTo("RL003");
        }
        try (Connection connection = asRuntime()) {
            assertThatThrownBy(() -> execute(connection, opening(mine, me, theirs)))
                    .extracting("SQLState")
                    .isEqualTo("RL004");
        }
        try (Connection connection = asRuntime()) {
            assertThatThrownBy(() -> execute(
                            connection, "select set_config('app.current_organization', '" + theirs + "', true)"))
                    .extracting("SQLState")
                    .isEqualTo("42501");
        }
    }

    private interface TableCheck {

        void check(String table) throws SQLException;
    }

    private static Stream<DynamicTest> forEveryTable(TableCheck check) throws SQLException {
        try (Connection connection = asMigrator()) {
            return column(connection, """
                    select c.relname
                    from pg_class c
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
                    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'account'
                    """).stream()
                    .map(table -> DynamicTest.dynamicTest(table, () -> check.check(table)));
        }
    }

    private static Stream<DynamicTest> forEveryTableOfProjects(TableCheck check) throws SQLException {
        try (Connection connection = asMigrator()) {
            return column(connection, "select tablename from pg_policies where policyname = 'project_scope'").stream()
                    .map(table -> DynamicTest.dynamicTest(table, () -> check.check(table)));
        }
    }

    private static List<String> storedColumns(String table) throws SQLException {
        try (Connection connection = asMigrator()) {
            return column(
                    connection,
                    "select attname from pg_attribute where attrelid = 'app.%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                            .formatted(table));
        }
    }

    private String theirRow(String table) throws SQLException {
        String row = "select to_jsonb(t) from app.%s t where organization_id = '%s' limit 1".formatted(table, theirs);
        try (Connection connection = asMigrator()) {
            return column(connection, row).getFirst().replace("'", "''");
        }
    }

    private static boolean mayNot(String privilege, String table) throws SQLException {
        String question = "select has_table_privilege('app_runtime', 'app.%s', '%s')".formatted(table, privilege);
        try (Connection connection = asMigrator()) {
            return column(connection, question).getFirst().equals("f");
        }
    }

    private Connection inMyOrganization() throws SQLException {
        Connection connection = asRuntime();
        connection.setAutoCommit(false);
        execute(connection, opening(mine, me));
        return connection;
    }

    private Connection inMyProject() throws SQLException {
        Connection connection = asRuntime();
        connection.setAutoCommit(false);
        execute(connection, opening(mine, me, project));
        return connection;
    }

    private static String opening(String organization, String user, String project) {
        return "select app.begin_request('%s', '%s', '%s')".formatted(organization, user, project);
    }

    private static String opening(String organization, String user) {
        return "select app.begin_request('%s', '%s')".formatted(organization, user);
    }

    private static Connection asMigrator() throws SQLException {
        return TestDatabase.shared().connect(TestDatabase.shared().migrator());
    }

    private static Connection asRuntime() throws SQLException {
        return TestDatabase.shared().connect(TestDatabase.shared().runtime());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
