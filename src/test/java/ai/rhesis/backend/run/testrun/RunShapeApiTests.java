package ai.rhesis.backend.run.testrun;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Runs in the shape that published clients read.
@IntegrationTest
class RunShapeApiTests {

    @Autowired
    Organizations organizations;

    FakeTarget target;
    Api api;
    Runs runs;
    String set;
    String endpoint;

    @BeforeEach
    void ownSet() {
        target = FakeTarget.start();
        api = organizations.create();
        runs = new Runs(api);
        set = runs.set("Hello", 2);
        endpoint = runs.endpoint("Bot", target.url());
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void aRunTellsOfItselfInItsAttributes() {
        Answer run = run(Map.of(
                "execution_options", Map.of("execution_mode", "Sequential"), "attributes", Map.of("note", "nightly")));

        assertThat(run.text("attributes.note")).isEqualTo("nightly");
        assertThat(run.text("attributes.started_at")).isEqualTo(run.text("started_at"));
        assertThat(run.text("attributes.completed_at")).isEqualTo(run.text("completed_at"));
        assertThat(run.at("attributes.total_tests").asInt()).isEqualTo(2);
        assertThat(run.text("attributes.execution_mode")).isEqualTo("Sequential");
        assertThat(api.get("/jobs/" + run.text("attributes.task_id")).text("status"))
                .isEqualTo("FAILURE");
    }

    @Test
    void whatARunTellsOfItselfIsNotStoredWhenItIsSentBack() {
        Answer run = run(Map.of());
        Answer sentBack = api.put("/test_runs/" + run.id(), run.json());
        assertThat(sentBack.at("attributes")).isEqualTo(run.at("attributes"));

        Answer forged = api.put("/test_runs/" + run.id(), Map.of("attributes", Map.of("total_tests", 99, "a", 1)));

        assertThat(forged.at("attributes.total_tests").asInt()).isEqualTo(2);
        assertThat(forged.at("attributes.a").asInt()).isEqualTo(1);
    }

    @Test
    void theConfigurationShowsSetEndpointAndProject() {
        String project = api.create("/projects", Map.of("name", "Support", "icon", "SmartToy"));
        api.put("/endpoints/" + endpoint, Map.of("project_id", project, "environment", "staging"));

        Answer run = run(Map.of());

        String of = "test_configuration.";
        assertThat(run.text(of + "id")).isEqualTo(run.text("test_configuration_id"));
        assertThat(run.text(of + "user_id")).isEqualTo(run.text("user_id"));
        assertThat(run.text(of + "endpoint.id")).isEqualTo(endpoint);
        assertThat(run.text(of + "endpoint.name")).isEqualTo("Bot");
        assertThat(run.text(of + "endpoint.connection_type")).isEqualTo("REST");
        assertThat(run.text(of + "endpoint.environment")).isEqualTo("staging");
        assertThat(run.text(of + "endpoint.project.id")).isEqualTo(project);
        assertThat(run.text(of + "endpoint.project.name")).isEqualTo("Support");
        assertThat(run.text(of + "endpoint.project.icon")).isEqualTo("SmartToy");
        assertThat(run.text(of + "test_set.id")).isEqualTo(set);
        assertThat(run.text(of + "test_set.test_set_type.type_value")).isEqualTo("Single-Turn");
        assertThat(run.at(of + "test_set.attributes.metadata.total_tests").asInt())
                .isEqualTo(2);
    }

    @Test
    void theSourceOfTheMetricsIsTold() {
        String metric = runs.assertion("Repeats", "contains", "Echo");
        String source = "test_configuration.attributes.metrics_source";

        assertThat(run(Map.of()).text(source)).isEqualTo("requirement");
        Answer chosen = run(Map.of("metrics", List.of(Map.of("id", metric, "name", "Repeats"))));
        assertThat(chosen.text(source)).isEqualTo("execution_time");
        assertThat(chosen.text("test_configuration.attributes.metrics.0.id")).isEqualTo(metric);
        runs.judgeSet(set, metric);
        assertThat(run(Map.of()).text(source)).isEqualTo("test_set");
    }

    @Test
    void runsAreFoundByTheirConfiguration() {
        Answer run = run(Map.of());
        run(Map.of());

        assertThat(found("test_configuration/id eq '" + run.text("test_configuration_id") + "'"))
                .containsExactly(run.id());
        assertThat(found("test_configuration/endpoint_id eq '" + endpoint + "'"))
                .hasSize(2);
        assertThat(found("test_configuration/test_set_id eq '" + set + "'")).hasSize(2);
        assertThat(found("test_configuration/test_set_id eq '" + endpoint + "'"))
                .isEmpty();
    }

    @Test
    void publishedPythonClientsReadOnlyStatusesThatTheyKnow() {
        Answer run = run(Map.of());
        String kept = api.create(
                "/test_runs", Map.of("test_configuration_id", String.valueOf(run.text("test_configuration_id"))));
        assertThat(api.post("/test_runs/" + kept + "/cancel", null).text("status.name"))
                .isEqualTo("Cancelled");
        Api client = api.with("User-Agent", "python-requests/2.32.3");

        Answer read = client.get("/test_runs/" + kept);

        assertThat(read.text("status.name")).isEqualTo("Failed");
        assertThat(read.text("state")).isEqualTo("Cancelled");
        assertThat(client.get("/test_runs").at("0.status.name").asString()).isEqualTo("Failed");
        assertThat(api.get("/test_runs/" + kept).text("status.name")).isEqualTo("Cancelled");
    }

    @Test
    void usersAreReferredToWithEveryKey() {
        Answer run = run(Map.of());

        assertThat(run.at("user").propertyNames())
                .contains("id", "name", "given_name", "family_name", "email", "picture", "organization_id");
        assertThat(run.text("user.organization_id")).isEqualTo(run.text("organization_id"));
        assertThat(run.text("user.picture")).isNull();
        api.put("/users/" + run.text("user_id"), Map.of("given_name", "Ada", "family_name", "L", "picture", "a.png"));
        Answer again = api.get("/test_runs/" + run.id());
        assertThat(again.text("user.given_name")).isEqualTo("Ada");
        assertThat(again.text("user.family_name")).isEqualTo("L");
        assertThat(again.text("user.picture")).isEqualTo("a.png");
    }

    @Test
    void anotherOrganizationFindsNoRunByItsConfiguration() {
        Answer run = run(Map.of());

        assertThat(organizations
                        .create()
                        .get(
                                "/test_runs?$filter={filter}",
                                "test_configuration/id eq '" + run.text("test_configuration_id") + "'")
                        .total())
                .isZero();
    }

    private Answer run(Map<String, ?> body) {
        return runs.await(runs.start(set, endpoint, body));
    }

    private List<String> found(String filter) {
        return api.get("/test_runs?$filter={filter}", filter).texts("id");
    }
}
