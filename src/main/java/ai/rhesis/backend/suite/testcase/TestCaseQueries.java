package ai.rhesis.backend.suite.testcase;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.persistence.ColumnReader;
import ai.rhesis.backend.platform.persistence.Resources;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.suite.prompt.PromptReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The tests with all that they name and carry, read in one statement.
///
/// The statement is SQL because Hibernate translates HQL anew at each call while a filter is enabled, and that of
/// the tenant always is.
@Repository
class TestCaseQueries {

    /// The columns of a membership by the alias that it is joined by.
    private static final String USER = """
            %1$s.user_id, %1$s.nano_id, %1$s.name, %1$s.given_name, %1$s.family_name, %1$s.email, %1$s.picture,
            %1$s.organization_id
            """;

    /// The view of tests `t`. A deleted one names what was deleted as well.
    private static final String VIEW =
            "select " + StoredTestCase.COLUMNS + """
                , p.id, p.nano_id, p.content, p.language_code, p.expected_response,
                y.id, y.nano_id, y.type_name, y.type_value,
                c.id, c.nano_id, c.name,
                o.id, o.nano_id, o.name,
                r.id, r.nano_id, r.name,
                s.id, s.nano_id, s.name,
            """ + USER.formatted("u") + "," + USER.formatted("w") + ","
                    + USER.formatted("a") + """
                , q.test_id, q.reason, q.until, q.created_at,
            """ + USER.formatted("k") + "," + Attached.COLUMNS + """
            from app.test t
            left join app.prompt p on p.id = t.prompt_id and (p.deleted_at is null or t.deleted_at is not null)
            left join app.type_lookup y on y.id = t.test_type_id and (y.deleted_at is null or t.deleted_at is not null)
            left join app.category c on c.id = t.category_id and (c.deleted_at is null or t.deleted_at is not null)
            left join app.topic o on o.id = t.topic_id and (o.deleted_at is null or t.deleted_at is not null)
            left join app.requirement r
                on r.id = t.requirement_id and (r.deleted_at is null or t.deleted_at is not null)
            left join app.status s on s.id = t.status_id and (s.deleted_at is null or t.deleted_at is not null)
            left join app.membership u on u.user_id = t.user_id
            left join app.membership w on w.user_id = t.owner_id
            left join app.membership a on a.user_id = t.assignee_id
            left join app.current_quarantine q on q.test_id = t.id
            left join app.membership k on k.user_id = q.user_id
            """;

    private static final String LIVING = VIEW + "where t.id = :id and t.deleted_at is null";
    private static final String LISTED = VIEW + "where t.id = any(cast(:ids as uuid[]))";

    private final JdbcClient database;
    private final JsonMapper json;

    TestCaseQueries(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Finds a living test.
    Optional<TestCaseView> find(UUID id) {
        return database.sql(LIVING)
                .param("type", Resources.name(TestCase.class))
                .param("id", id)
                .query((row, number) -> view(row))
                .optional();
    }

    /// Finds tests, deleted or not, in any order.
    List<TestCaseView> find(Collection<UUID> ids) {
        return database.sql(LISTED)
                .param("type", Resources.name(TestCase.class))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> view(row))
                .list();
    }

    private TestCaseView view(ResultSet found) throws SQLException {
        ColumnReader row = new ColumnReader(found, json);
        return new TestCaseView(
                StoredTestCase.of(row),
                row.joined(5, TestCaseQueries::prompt),
                row.joined(4, TestCaseQueries::type),
                row.joined(3, TestCaseQueries::reference),
                row.joined(3, TestCaseQueries::reference),
                row.joined(3, TestCaseQueries::reference),
                row.joined(3, TestCaseQueries::reference),
                row.joined(8, TestCaseQueries::user),
                row.joined(8, TestCaseQueries::user),
                row.joined(8, TestCaseQueries::user),
                row.joined(12, TestCaseQueries::quarantine),
                Attached.of(row));
    }

    private static PromptReference prompt(ColumnReader row) throws SQLException {
        return new PromptReference(row.uuid(), row.text(), row.text(), row.text(), row.textOrNull());
    }

    private static TypeReference type(ColumnReader row) throws SQLException {
        return new TypeReference(row.uuid(), row.text(), row.text(), row.text());
    }

    private static Reference reference(ColumnReader row) throws SQLException {
        return new Reference(row.uuid(), row.text(), row.text());
    }

    private static UserReference user(ColumnReader row) throws SQLException {
        return new UserReference(
                row.uuid(),
                row.text(),
                row.textOrNull(),
                row.textOrNull(),
                row.textOrNull(),
                row.text(),
                row.textOrNull(),
                row.uuid());
    }

    private static QuarantineView quarantine(ColumnReader row) throws SQLException {
        return new QuarantineView(row.uuid(), row.text(), row.instantOrNull(), row.instant(), user(row));
    }
}
