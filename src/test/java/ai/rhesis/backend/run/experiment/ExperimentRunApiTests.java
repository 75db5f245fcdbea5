package ai.rhesis.backend.run.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Runs that get their parameters from an experiment.
@IntegrationTest
class ExperimentRunApiTests {

    @Autowired
    Organizations organizations;

    FakeTarget target;
    Api api;
    Runs runs;
    Experiments project;
    String endpoint;
    String set;
    String shared;

    @BeforeEach
    void anEndpointThatTakesParameters() {
        target = FakeTarget.start();
        api = organizations.create();
        runs = new Runs(api);
        project = Experiments.inNewProject(api);
        endpoint = api.create("/endpoints", endpoint(project.project()));
        set = runs.set("Question", 2);
        runs.judgeSet(set, runs.assertion("Echoes", "contains", "Echo"));
        shared = project.shared("Tuning");
        project.commit(shared, Map.of("temperature", 0.1));
        project.commit(shared, Map.of("temperature", 1, "model", "large"));
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void theTargetGetsTheValuesOfTheVersion() {
        Answer run = runs.await(runs.start(set, endpoint, Map.of("experiment_id", shared, "version", "v2")));

        assertThat(run.text("state")).isEqualTo("Completed");
        assertThat(target.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.json().at("/options").toString()).isEqualTo("{\"mode\":\"text\",\"temperature\":1.0}");
            assertThat(call.json().path("prompt").asString()).startsWith("[large] Question");
        });
        assertThat(run.text("experiment_id")).isEqualTo(shared);
        assertThat(run.at("experiment_summary").toString())
                .isEqualTo("{\"id\":\"" + shared + "\",\"name\":\"Tuning\",\"version\":\"v2\","
                        + "\"source_environment\":null,\"visibility\":\"shared\"}");
        JsonNode attributes = run.at("attributes");
        assertThat(attributes.propertyNames())
                .contains(
                        "parameters",
                        "parameter_version",
                        "parameter_experiment_id",
                        "parameter_source",
                        "parameter_schema",
                        "parameter_experiment_name",
                        "parameter_experiment_visibility");
        assertThat(attributes.at("/parameters/temperature").asDouble()).isEqualTo(1);
        assertThat(attributes.at("/parameter_source").asString()).isEqualTo("version");
        assertThat(attributes.at("/parameter_schema/fields/0/name").asString()).isEqualTo("model");
        assertThat(attributes.at("/parameter_experiment_visibility").asString()).isEqualTo("shared");
        Answer configuration = api.get("/test_configurations/" + run.text("test_configuration_id"));
        assertThat(configuration.at("attributes.parameters_ref").toString())
                .isEqualTo("{\"version\":\"v2\",\"experiment_id\":\"" + shared + "\"}");
    }

    @Test
    void anExperimentAloneMeansItsNewestVersionAndAnEnvironmentWhatIsBound() {
        project.bind("staging", shared, "v1");
        Answer newest = runs.await(runs.start(set, endpoint, Map.of("experiment_id", shared)));
        assertThat(newest.text("experiment_summary.version")).isEqualTo("v2");
        assertThat(newest.text("attributes.parameter_source")).isEqualTo("experiment_id");
        Answer bound = runs.await(runs.start(set, endpoint, Map.of("environment", "staging")));
        assertThat(bound.text("experiment_summary.version")).isEqualTo("v1");
        assertThat(bound.text("experiment_summary.source_environment")).isEqualTo("staging");
        assertThat(bound.text("attributes.parameter_source_environment")).isEqualTo("staging");
        assertThat(target.lastCall().json().at("/options/temperature").asDouble())
                .isEqualTo(0.1);
    }

    @Test
    void withoutOneThereAreNoParameters() {
        project.bind("default", shared, "v2");
        Answer run = runs.await(runs.start(set, endpoint, Map.of("attributes", Map.of("note", "plain"))));
        assertThat(target.calls())
                .allSatisfy(call ->
                        assertThat(call.json().path("options").isEmpty()).isTrue());
        assertThat(run.text("experiment_id")).isNull();
        assertThat(run.text("experiment_summary")).isNull();
        assertThat(run.at("attributes").propertyNames())
                .containsExactlyInAnyOrder(
                        "note", "started_at", "completed_at", "total_tests", "task_id", "execution_mode");
        assertThat(api.get("/test_configurations/" + run.text("test_configuration_id"))
                        .text("attributes"))
                .isNull();
    }

    @Test
    void whatLeadsToNoValuesNamesItsField() {
        Map<String, Map<String, String>> refused = Map.of(
                "body.experiment_id", Map.of("experiment_id", UUID.randomUUID().toString()),
                "body.version", Map.of("experiment_id", shared, "version", "v9"),
                "body.environment", Map.of("environment", "production"));
        refused.forEach((field, body) -> assertThat(api.post("/test_sets/" + set + "/execute/" + endpoint, body)
                        .badFields())
                .containsExactly(field));
        String other = project.shared("Other");
        project.commit(other, Map.of());
        assertThat(api.post("/test_sets/" + set + "/execute/" + endpoint, Map.of("version", "v1"))
                        .badFields())
                .containsExactly("body.version");
        String elsewhere = api.create("/endpoints", endpoint(null));
        assertThat(api.post("/test_sets/" + set + "/execute/" + elsewhere, Map.of("experiment_id", shared))
                        .badFields())
                .containsExactly("body.experiment_id");
        String model = runs.model("Model", target.url());
        assertThat(api.post("/test_sets/" + set + "/execute/" + model, Map.of("environment", "default"))
                        .badFields())
                .containsExactly("body.environment");
        assertThat(api.get("/test_runs").total()).isZero();
        assertThat(api.get("/test_configurations").total()).isZero();
    }

    @Test
    void experimentsThatTheCallerDoesNotSeeCannotBeRun() {
        String hidden = project.make("Hidden", "private").id();
        project.commit(hidden, Map.of());
        Api member = organizations.member(api, "member");
        assertThat(member.post("/test_sets/" + set + "/execute/" + endpoint, Map.of("experiment_id", hidden))
                        .badFields())
                .containsExactly("body.experiment_id");
        Experiments foreign = Experiments.inNewProject(organizations.create());
        String theirs = foreign.shared("Theirs");
        foreign.commit(theirs, Map.of());
        assertThat(api.post("/test_sets/" + set + "/execute/" + endpoint, Map.of("experiment_id", theirs))
                        .badFields())
                .containsExactly("body.experiment_id");
        assertThat(runs.await(runs.start(set, endpoint, Map.of("experiment_id", hidden)))
                        .text("experiment_summary.visibility"))
                .isEqualTo("private");
    }

    @Test
    void aConfigurationRemembersWhatWasAskedOfItLast() {
        String configuration = api.create(
                "/test_configurations",
                Map.of("endpoint_id", endpoint, "test_set_id", set, "attributes", Map.of("note", "kept")));
        Answer started =
                api.post("/test_configurations/" + configuration + "/execute", Map.of("experiment_id", shared));
        assertThat(runs.await(String.valueOf(started.text("test_run_id"))).text("experiment_id"))
                .isEqualTo(shared);
        Answer kept = api.get("/test_configurations/" + configuration);
        assertThat(kept.text("attributes.parameters_ref.experiment_id")).isEqualTo(shared);
        assertThat(kept.text("attributes.note")).isEqualTo("kept");
        Answer plain = api.post("/test_configurations/" + configuration + "/execute", null);
        assertThat(runs.await(String.valueOf(plain.text("test_run_id"))).text("experiment_id"))
                .isNull();
    }

    @Test
    void whatTheRunStartedWithStaysWithIt() {
        target.answering(call -> FakeTarget.Reply.status(400));
        String run = runs.start(set, endpoint, Map.of("experiment_id", shared));
        runs.await(run);
        JsonNode snapshot = runs.get(run).at("attributes");
        project.commit(shared, Map.of("temperature", 2));
        project.put("schema", Map.of("fields", List.of()));
        api.put("/test_runs/" + run, Map.of("attributes", Map.of("parameter_version", "v9", "note", "mine")));
        api.delete("/experiments/" + shared);
        target.answering(call -> FakeTarget.Reply.output("Echo"));

        assertThat(api.post("/test_runs/" + run + "/resume", null).status()).isEqualTo(200);
        Answer resumed = runs.await(run);

        assertThat(resumed.text("state")).isEqualTo("Completed");
        assertThat(target.lastCall().json().at("/options/temperature").asDouble())
                .isEqualTo(1);
        assertThat(resumed.at("attributes.parameters")).isEqualTo(snapshot.path("parameters"));
        assertThat(resumed.text("attributes.parameter_version")).isEqualTo("v2");
        assertThat(resumed.text("attributes.note")).isEqualTo("mine");
        Answer again = api.post("/test_runs/" + run + "/rescore", Map.of("experiment_id", UUID.randomUUID()));
        Answer rescored = runs.await(String.valueOf(again.text("test_run_id")));
        assertThat(rescored.text("experiment_id")).isEqualTo(shared);
        assertThat(rescored.at("experiment_summary")).isEqualTo(resumed.at("experiment_summary"));
        assertThat(rescored.at("attributes.parameters")).isEqualTo(snapshot.path("parameters"));
    }

    @Test
    void aPurgedExperimentLeavesItsRunsAsTheyWere() {
        String run = runs.start(set, endpoint, Map.of("experiment_id", shared));
        runs.await(run);
        api.delete("/experiments/" + shared);
        assertThat(api.delete("/recycle/experiment/" + shared + "?confirm=true").status())
                .isEqualTo(200);
        assertThat(runs.get(run).text("experiment_id")).isNull();
        assertThat(runs.get(run).text("experiment_summary.name")).isEqualTo("Tuning");
    }

    @Test
    void runsAreFilteredByTheirExperiment() {
        String with = runs.start(set, endpoint, Map.of("experiment_id", shared));
        String without = runs.start(set, endpoint, Map.of());
        assertThat(api.get("/test_runs?has_experiment=true").texts("id")).containsExactly(with);
        assertThat(api.get("/test_runs?has_experiment=true&limit=1").total()).isEqualTo(1);
        assertThat(api.get("/test_runs?has_experiment=false").texts("id")).containsExactly(without);
        assertThat(api.get("/test_runs").total()).isEqualTo(2);
        assertThat(api.get("/test_runs?has_experiment=perhaps").status()).isIn(400, 422);
        assertThat(api.get("/test_runs?$filter={f}", "experiment_id eq '" + shared + "'")
                        .texts("id"))
                .containsExactly(with);
        runs.await(with);
        runs.await(without);
    }

    @Test
    void resultsAreRunsOrVersionsWithTheirRuns() {
        String first = runs.start(set, endpoint, Map.of("experiment_id", shared, "version", "v1"));
        String second = runs.start(set, endpoint, Map.of("experiment_id", shared, "version", "v2"));
        String third = runs.start(set, endpoint, Map.of("experiment_id", shared, "version", "v2"));
        List.of(first, second, third).forEach(runs::await);
        String path = "/experiments/" + shared + "/results";

        Answer byRun = api.get(path);
        assertThat(ids(byRun.at("items"))).containsExactly(third, second, first);
        assertThat(byRun.at("items.0.stats").toString())
                .isEqualTo("{\"total\":2,\"passed\":2,\"failed\":0,\"errors\":0}");
        assertThat(ids(api.get(path + "?limit=1").at("items"))).containsExactly(third);

        Answer byVersion = api.get(path + "?group_by=version");
        assertThat(byVersion.at("items").size()).isEqualTo(2);
        assertThat(byVersion.text("items.0.version")).isEqualTo("v2");
        assertThat(ids(byVersion.at("items.0.runs"))).containsExactly(third, second);
        assertThat(byVersion.at("items.0.total_tests").asInt()).isEqualTo(4);
        assertThat(byVersion.at("items.0.diff").toString())
                .isEqualTo("{\"model\":{\"before\":{\"type\":\"string\",\"value\":\"gpt-4o-mini\"},"
                        + "\"after\":{\"type\":\"string\",\"value\":\"large\"}},"
                        + "\"temperature\":{\"before\":{\"type\":\"number\",\"value\":0.1},"
                        + "\"after\":{\"type\":\"number\",\"value\":1.0}}}");
        assertThat(byVersion.at("items.1.diff").toString()).isEqualTo("{}");

        assertThat(api.get(path + "?group_by=model").text("field")).isEqualTo("group_by");
        for (String bad : List.of("?group_by=model", "?limit=0", "?limit=1001")) {
            assertThat(api.get(path + bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(api.get("/experiments/" + project.shared("Empty") + "/results?group_by=version")
                        .json()
                        .toString())
                .isEqualTo("{\"items\":[]}");
    }

    private Map<String, Object> endpoint(@Nullable String projectId) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Bot",
                "connection_type",
                "REST",
                "url",
                target.url(),
                "method",
                "POST",
                "request_mapping",
                Map.of(
                        "input",
                        "{{ input }}",
                        "prompt",
                        "[{{ params.model }}] {{ input }}",
                        "options",
                        Map.of("temperature", "{{ params.temperature }}", "mode", "{{ params.mode }}")),
                "response_mapping",
                Map.of("output", "$.output")));
        body.put("project_id", projectId);
        return body;
    }

    private static List<String> ids(JsonNode items) {
        return items.valueStream().map(item -> item.path("id").asString()).toList();
    }
}
