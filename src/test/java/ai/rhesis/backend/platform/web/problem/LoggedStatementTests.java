package ai.rhesis.backend.platform.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Logs;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Statements that the database refuses, with values that the log must not have.
@IntegrationTest
class LoggedStatementTests {

    private static final String VALUE = "the-value-of-a-tenant";

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Problems problems;

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a cast that fails, whose message repeats the value
                "select cast(cast(:value as text) as integer)",
                "select cast(cast(:value as text) as uuid)",
                "select cast(cast(:value as text) as timestamptz)",
                "select cast('{\"a\": ' || cast(:value as text) as jsonb)",
                // a taken key, whose detail repeats it
                "insert into app.tag (id, name) values (gen_random_uuid(), :value), (gen_random_uuid(), :value)",
                // a text that is too long, and a row that lacks something
                "insert into app.tag (id, name) values (gen_random_uuid(), repeat(:value, 300))",
                "insert into app.tag (id, name, icon_unicode) values (gen_random_uuid(), null, :value)",
                // values that are part of the statement
                "select 'the-value-of-a-tenant' from nowhere where :value = ''",
                "select cast('the-value-of-a-tenant' as integer) where :value <> ''"
            })
    void aRefusedStatementIsLoggedWithoutItsValues(String statement) {
        Tenant tenant = Organizations.tenantOf(organizations.create());
        try (Logs logs = Logs.all()) {
            DataAccessException refused =
                    catchThrowableOfType(DataAccessException.class, () -> tenant.call(() -> execute(statement)));
            ResponseEntity<Problem> told = problems.anythingElse(refused);
            assertThat(told.getStatusCode().value()).isEqualTo(500);
            assertThat(String.valueOf(told.getBody())).doesNotContain(VALUE);
            assertThat(logs.text())
                    .contains("Unexpected error", ", state ", "LoggedStatementTests.execute")
                    .doesNotContain(VALUE);
        }
    }

    private Object execute(String statement) {
        return transaction.execute(status -> statement.startsWith("insert")
                ? (Object) database.sql(statement).param("value", VALUE).update()
                : database.sql(statement).param("value", VALUE).query().listOfRows());
    }

    @Test
    void whatTheDatabaseRefusesOfARequestIsInNoLogLine() {
        Api owner = organizations.create();
        String taken = owner.create("/categories", Map.of("name", VALUE));
        String other = owner.create("/categories", Map.of("name", "other"));
        String prompt = owner.create("/prompts", Map.of("content", VALUE));
        try (Logs logs = Logs.all()) {
            assertThat(owner.put("/categories/" + other, Map.of("name", VALUE)).status())
                    .isEqualTo(409);
            assertThat(owner.post("/categories", Map.of("id", taken, "name", VALUE + "2"))
                            .status())
                    .isEqualTo(409);
            assertThat(owner.post("/prompts", Map.of("id", prompt, "content", VALUE))
                            .status())
                    .isEqualTo(409);
            assertThat(owner.post(
                                    "/tests",
                                    Map.of("prompt_id", prompt, "topic_id", UUID.randomUUID(), "test_metadata", VALUE))
                            .status())
                    .isBetween(400, 422);
            assertThat(owner.post("/prompts", Map.of("content", VALUE + "\u0000"))
                            .status())
                    .isEqualTo(422);
            assertThat(owner.get("/prompts?$filter={filter}", "id eq '" + VALUE + "'")
                            .status())
                    .isEqualTo(400);
            assertThat(logs.text()).doesNotContain(VALUE).doesNotContain("insert into");
        }
    }
}
