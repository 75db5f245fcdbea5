package ai.rhesis.backend.run.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import ai.rhesis.backend.support.TypeLookups;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Runs whose tests a client runs itself.
@IntegrationTest
class TestRunApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String model;
    String set;
    String configuration;

    @BeforeEach
    void ownConfiguration() {
        api = organizations.create();
        model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        set = api.create("/test_sets", Map.of("name", "Smoke"));
        configuration = api.create("/test_configurations", Map.of("model_id", model, "test_set_id", set));
    }

    @Test
    void whatIsKeptCanBeRead() {
        String id = api.create(
                "/test_runs",
                Map.of("test_configuration_id", configuration, "name", "By hand", "attributes", Map.of("ci", 7)));

        Answer run = api.get("/test_runs/" + id);

        assertThat(run.text("name")).isEqualTo("By hand");
        assertThat(run.text("state")).isEqualTo("Progress");
        assertThat(run.text("status.name")).isEqualTo("Progress");
        assertThat(run.at("attributes.ci").asInt()).isEqualTo(7);
        assertThat(run.text("test_configuration.test_set.name")).isEqualTo("Smoke");
        assertThat(run.text("test_configuration.model.name")).isEqualTo("Bot");
        assertThat(run.at("stats").toString()).isEqualTo("{\"total\":0,\"passed\":0,\"failed\":0,\"errors\":0}");
        assertThat(run.header("ETag")).isNotNull();
    }

    @Test
    void aRunWithoutANameGetsOne() {
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));

        assertThat(api.get("/test_runs/" + id).text("name")).matches("\\w+ \\w+ \\d{4}");
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(api.post("/test_runs", Map.of()).badFields()).containsExactly("body.test_configuration_id");
        assertThat(api.post("/test_runs", Map.of("test_configuration_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.test_configuration_id");
        assertThat(api.post(
                                "/test_runs",
                                Map.of("test_configuration_id", configuration, "status_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.status_id");
        assertThat(api.post(
                                "/test_runs",
                                Map.of("test_configuration_id", configuration, "assignee_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.assignee_id");
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        String other = api.create("/test_configurations", Map.of("model_id", model));
        assertThat(api.put("/test_runs/" + id, Map.of("test_configuration_id", other))
                        .badFields())
                .containsExactly("body.test_configuration_id");
    }

    @Test
    void statusesMoveARunAlongItsStatesAndNoOtherWay() {
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));

        assertThat(put(id, "Completed").text("state")).isEqualTo("Completed");
        assertThat(api.get("/test_runs/" + id).text("completed_at")).isNotNull();
        Answer refused = put(id, "Progress");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("Completed", "Progress");
        assertThat(api.get("/test_runs/" + id).text("state")).isEqualTo("Completed");
    }

    @Test
    void aStatusOfTheOrganizationsOwnOnlyShows() {
        String type = TypeLookups.id(api, "EntityType", "TestRun");
        String own = api.create("/statuses", Map.of("name", "Signed off", "entity_type_id", type));
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));

        Answer labelled = api.put("/test_runs/" + id, Map.of("status_id", own));

        assertThat(labelled.text("status.name")).isEqualTo("Signed off");
        assertThat(labelled.text("state")).isEqualTo("Progress");
        assertThat(api.get("/test_runs?$filter={filter}", "status/name eq 'Signed off'")
                        .total())
                .isEqualTo(1);
    }

    @Test
    void aRenamedStatusChangesNoState() {
        api.put("/statuses/" + status("Progress"), Map.of("name", "Under way"));

        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));

        Answer run = api.get("/test_runs/" + id);
        assertThat(run.text("state")).isEqualTo("Progress");
        assertThat(run.text("status.name")).isEqualTo("Progress");
        assertThat(run.text("status_id")).isNull();
    }

    @Test
    void whatClientsAskOfRunsIsAnswered() {
        api.create("/test_runs", Map.of("test_configuration_id", configuration, "name", "Nightly"));

        for (String filter : new String[] {
            "test_configuration/test_set/id eq " + set,
            "test_configuration/model/id eq '" + model + "'",
            "name eq 'Nightly'",
            "status/name eq 'Progress' and assignee/name eq null",
            "test_configuration_id eq '" + configuration + "'",
            "state eq 'Progress'"
        }) {
            assertThat(api.get("/test_runs?$filter={filter}", filter).total())
                    .as(filter)
                    .isEqualTo(1);
        }
        assertThat(api.get("/test_runs?$filter={filter}", "test_configuration/endpoint/id ne null")
                        .total())
                .isZero();
    }

    @Test
    void configurationsOfRunsArePinned() {
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        String otherSet = api.create("/test_sets", Map.of("name", "Other"));

        api.put("/test_configurations/" + configuration, Map.of("test_set_id", otherSet));

        assertThat(api.get("/test_runs/" + id).text("test_configuration.test_set_id"))
                .isEqualTo(set);
    }

    @Test
    void aClientsRunIsNotResumedHere() {
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        put(id, "Failed");

        assertThat(api.post("/test_runs/" + id + "/resume", null).status()).isEqualTo(409);
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));

        assertThat(api.delete("/test_runs/" + id).id()).isEqualTo(id);

        assertThat(api.get("/test_runs/" + id).status()).isEqualTo(410);
        assertThat(api.get("/test_runs").total()).isZero();
        assertThat(api.post("/recycle/test_run/" + id + "/restore", null).text("item.id"))
                .isEqualTo(id);
    }

    @Test
    void aStaleChangeIsRefused() {
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        String etag = String.valueOf(api.get("/test_runs/" + id).header("ETag"));
        api.put("/test_runs/" + id, Map.of("name", "Changed"));

        assertThat(api.with("If-Match", etag)
                        .put("/test_runs/" + id, Map.of("name", "Lost"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void otherOrganizationSeesAndChangesNothing() {
        String id = api.create("/test_runs", Map.of("test_configuration_id", configuration));
        Api other = organizations.create();

        assertThat(other.get("/test_runs/" + id).status()).isEqualTo(404);
        assertThat(other.put("/test_runs/" + id, Map.of("name", "Mine")).status())
                .isEqualTo(404);
        assertThat(other.delete("/test_runs/" + id).status()).isEqualTo(404);
        assertThat(other.get("/test_runs/" + id + "/metrics").status()).isEqualTo(404);
        assertThat(other.get("/test_runs/" + id + "/requirements").status()).isEqualTo(404);
        assertThat(other.get("/test_runs/" + id + "/download").status()).isEqualTo(404);
        assertThat(other.get("/test_runs/" + id + "/events").status()).isEqualTo(404);
        assertThat(other.post("/test_runs", Map.of("test_configuration_id", configuration))
                        .badFields())
                .containsExactly("body.test_configuration_id");
        assertThat(api.get("/test_runs/" + id).text("name")).isNotEqualTo("Mine");
    }

    private Answer put(String id, String status) {
        Map<String, Object> body = new HashMap<>();
        body.put("status_id", status(status));
        return api.put("/test_runs/" + id, body);
    }

    private String status(String name) {
        return Reviews.status(api, "TestRun", name);
    }
}
