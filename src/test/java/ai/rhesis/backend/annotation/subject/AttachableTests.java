package ai.rhesis.backend.annotation.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/// Every type that can carry something has its column in every table that holds it, and a new type costs one call per
/// table.
@IntegrationTest
class AttachableTests {

    private static final List<String> ABOUT_SUBJECTS = List.of("comment", "task", "file");

    @Autowired
    Directory directory;

    @Test
    void everySubjectCanBeWrittenAbout() throws SQLException {
        List<String> subjects = tables(Subject.class);
        for (String holder : ABOUT_SUBJECTS) {
            assertThat(linked(holder))
                    .as("tables that %s can be about; call app.attachable in a migration", holder)
                    .containsExactlyInAnyOrderElementsOf(subjects);
        }
    }

    @Test
    void everyTaggableCanBeTagged() throws SQLException {
        assertThat(linked("tagged_item"))
                .as("tables that tagged_item can be about; call app.attachable in a migration")
                .containsExactlyInAnyOrderElementsOf(tables(Taggable.class));
    }

    @Test
    void everySubjectIsAmongTheObjects() throws SQLException {
        List<String> names =
                directory.typesWith(Subject.class).map(Resources::name).toList();
        try (Connection connection = migrating()) {
            String view = column(connection, "select pg_get_viewdef('app.object'::regclass)")
                    .getFirst();
            assertThat(names)
                    .as("types in app.object; call app.list_object in a migration")
                    .allSatisfy(name -> assertThat(view).contains("'" + name + "'::text"));
        }
    }

    @Test
    void aNewTypeCostsOneCallPerTable() throws SQLException, IOException {
        try (Connection connection = migrating()) {
            execute(connection, NEW_TYPE);
            for (String holder : List.of("comment", "task", "file", "tagged_item")) {
                execute(connection, "call app.attachable('app.%s', 'app.gadget', 'Gadget')".formatted(holder));
            }
            execute(connection, "call app.list_object('app.gadget', 'Gadget', project => 'o.project_id')");
            execute(connection, ONE_ROW);

            execute(connection, comment("Gadget", "(select id from app.gadget)"));
            execute(connection, tag("Gadget", "(select id from app.gadget)"));
            assertThat(column(connection, "select entity_type || ' ' || name from app.object where name = 'gearwheel'"))
                    .containsExactly("Gadget gearwheel");
            requireRefused(connection, comment("Gadget", "uuidv7()"), "23503");
            requireRefused(connection, comment("Parrot", "(select id from app.gadget)"), "23514");
            requireRefused(connection, tag("Parrot", "(select id from app.gadget)"), "23514");

            execute(connection, "delete from app.gadget");
            assertThat(column(connection, "select id from app.comment where entity_type = 'Gadget'"))
                    .isEmpty();
            assertThat(column(connection, "select id from app.tagged_item where entity_type = 'Gadget'"))
                    .isEmpty();
            execute(connection, "set local search_path = pg_catalog, pg_temp");
            String checks = new ClassPathResource("db/checks/catalog.sql").getContentAsString(StandardCharsets.UTF_8);
            assertThat(column(connection, checks)).isEmpty();
            connection.rollback();
        }
    }

    private static final String NEW_TYPE = """
            create table app.gadget (
                organization_id uuid        not null,
                id              uuid        not null,
                nano_id         text        not null default app.nano_id(),
                created_at      timestamptz not null default now(),
                updated_at      timestamptz not null default now(),
                version         bigint      not null default 0,
                user_id         uuid        not null default app.current_user_id(),
                deleted_at      timestamptz,
                name            text        not null,
                project_id      uuid,
                primary key (organization_id, id),
                foreign key (organization_id, user_id) references app.membership,
                foreign key (organization_id, project_id) references app.project on delete set null (project_id)
            );
            create index gadget_user on app.gadget (organization_id, user_id);
            create index gadget_project on app.gadget (organization_id, project_id);
            call app.tenant_table('app.gadget');
            call app.project_scoped('app.gadget');
            call app.living_references('app.gadget');
            """;

    /// With policies on, which the functions of login are bound by.
    private static final String ONE_ROW = """
            set local row_security = on;
            insert into app.account (id, email, password_hash) values (md5('gadget')::uuid, 'gadget@example.com', 'none');
            select app.create_organization(md5('gadget')::uuid, md5('gadgets')::uuid, 'Gadgets', 'gadgets-for-a-test');
            select app.begin_request(md5('gadgets')::uuid, md5('gadget')::uuid);
            insert into app.gadget (id, name) values (uuidv7(), 'gearwheel');
            insert into app.tag (id, name) values (uuidv7(), 'shiny');
            """;

    private static String comment(String type, String id) {
        return "insert into app.comment (id, content, entity_type, entity_id) values (uuidv7(), 'x', '%s', %s)"
                .formatted(type, id);
    }

    private static String tag(String type, String id) {
        return """
                insert into app.tagged_item (tag_id, entity_type, entity_id)
                values ((select id from app.tag where name = 'shiny'), '%s', %s)
                """.formatted(type, id);
    }

    private static void requireRefused(Connection connection, String sql, String state) throws SQLException {
        Savepoint before = connection.setSavepoint();
        assertThatThrownBy(() -> execute(connection, sql))
                .extracting("SQLState")
                .isEqualTo(state);
        connection.rollback(before);
    }

    private List<String> tables(Class<?> capability) {
        return directory.typesWith(capability).map(Resources::table).toList();
    }

    /// The tables that the generated columns of a table point at.
    private static List<String> linked(String holder) throws SQLException {
        try (Connection connection = migrating()) {
            return column(connection, """
                    select coalesce(t.relname, 'organization')
                    from pg_attribute a
                    left join pg_constraint k on k.conrelid = a.attrelid and k.contype = 'f' and a.attnum = any (k.conkey)
                    left join pg_class t on t.oid = k.confrelid
                    where a.attrelid = 'app.%s'::regclass and a.attgenerated = 's' and not a.attisdropped
                    """.formatted(holder));
        }
    }

    /// As the migrations do, and undone when it is closed.
    private static Connection migrating() throws SQLException {
        Connection connection =
                TestDatabase.shared().connect(TestDatabase.shared().migrator());
        connection.setAutoCommit(false);
        return connection;
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
