package ai.rhesis.backend.suite.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TestSetBulkApiTests {

    private static final Map<String, ?> TEST = Map.of("prompt", Map.of("content", "x"), "category", "C");

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void setIsMadeWithItsTests() {
        Answer created = api.post("/test_sets/bulk", """
                {"name": "Refunds", "description": "d", "short_description": "s", "test_set_type": "Multi-Turn",
                 "priority": 1, "metadata": {"license": "MIT"}, "categories": ["ignored"], "test_count": 2,
                 "tests": [
                   {"category": "B", "topic": "T", "requirement": "R", "metadata": {}, "test_type": "Multi-Turn",
                    "test_configuration": {"goal": "g", "instructions": "", "restrictions": "", "scenario": ""}},
                   {"prompt": {"content": "x", "language_code": "en", "id": "7"}, "category": "A", "behavior": "R"}]}
                """);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("name")).isEqualTo("Refunds");
        assertThat(created.text("test_set_type.type_value")).isEqualTo("Multi-Turn");
        assertThat(created.text("attributes.metadata.license")).isEqualTo("MIT");
        assertThat(created.text("attributes.metadata.total_tests")).isEqualTo("2");
        assertThat(created.at("attributes.metadata.categories").toString()).isEqualTo("[\"A\",\"B\"]");
        assertThat(created.at("attributes.metadata.requirements").toString()).isEqualTo("[\"R\"]");
        assertThat(api.get("/test_sets/" + created.id()).json()).isEqualTo(created.json());
        Answer tests = api.get("/test_sets/" + created.id() + "/tests");
        assertThat(tests.text("0.test_type.type_value")).isEqualTo("Multi-Turn");
        assertThat(tests.text("1.prompt.content")).isEqualTo("x");
    }

    @Test
    void plannerLooksAtTablesThatHaveGrown() throws SQLException {
        forgetStatistics();
        List<?> tests = Collections.nCopies(3_000, TEST);
        assertThat(api.post("/test_sets/bulk", Map.of("name", "n", "test_set_type", "Single-Turn", "tests", tests))
                        .status())
                .isEqualTo(200);
        try (Connection connection = asMigrator();
                ResultSet smallest = connection.createStatement().executeQuery("""
                        select min(reltuples) from pg_class
                        where oid in ('app.test'::regclass, 'app.prompt'::regclass, 'app.test_set_test'::regclass)
                        """)) {
            smallest.next();
            assertThat(smallest.getInt(1)).isGreaterThanOrEqualTo(3_000);
        }
    }

    /// As on the first day, when no table was ever looked at.
    private static void forgetStatistics() throws SQLException {
        try (Connection connection = asMigrator();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    select pg_clear_relation_stats('app', t) from unnest(array['test', 'prompt', 'test_set_test']) t
                    """);
        }
    }

    private static Connection asMigrator() throws SQLException {
        TestDatabase database = TestDatabase.shared();
        return database.connect(database.migrator());
    }

    @Test
    void everyBadFieldIsNamedAndNothingIsWritten() {
        assertThat(api.post("/test_sets/bulk", Map.of("tests", List.of(TEST, Map.of("priority", 7)), "priority", 9))
                        .badFields())
                .containsExactlyInAnyOrder("body.name", "body.priority", "body.tests.1.priority");
        Map<String, ?> second = Map.of("name", "n", "test_set_type", "Single-Turn", "tests", List.of(TEST, Map.of()));
        assertThat(api.post("/test_sets/bulk", second).badFields()).containsExactly("body.tests.1.prompt");
        assertThat(api.post("/test_sets/bulk", Map.of("name", "n", "tests", List.of(TEST)))
                        .badFields())
                .containsExactly("body.test_set_type");
        assertThat(api.post("/test_sets/bulk", Map.of("name", "n", "test_set_type", "Single-Turn"))
                        .badFields())
                .containsExactly("body.tests");
        assertThat(api.get("/test_sets").total()).isZero();
        assertThat(api.get("/tests").total()).isZero();
        assertThat(api.get("/categories").total()).isZero();
    }

    @Test
    void theSameSetCanBePushedAgain() {
        Map<String, Object> body = Map.of("name", "Night ly", "test_set_type", "Single-Turn", "tests", List.of(TEST));
        Answer first = api.post("/test_sets/bulk", body);
        Answer second = api.post("/test_sets/bulk", body);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.text("slug")).isEqualTo("night-ly-2");
    }

    @Test
    void aSetMayBeMadeWithoutTests() {
        Answer empty =
                api.post("/test_sets/bulk", Map.of("name", "n", "test_set_type", "Single-Turn", "tests", List.of()));
        assertThat(empty.status()).isEqualTo(200);
        assertThat(api.get("/test_sets/" + empty.id() + "/tests").total()).isZero();
    }

    @Test
    void otherOrganizationSeesNothing() {
        Answer mine = api.post(
                "/test_sets/bulk", Map.of("name", "n", "test_set_type", "Single-Turn", "tests", List.of(TEST)));
        Api other = organizations.create();
        assertThat(other.get("/test_sets/" + mine.id()).status()).isEqualTo(404);
        assertThat(other.get("/test_sets").total()).isZero();
        assertThat(other.get("/tests").total()).isZero();
    }
}
