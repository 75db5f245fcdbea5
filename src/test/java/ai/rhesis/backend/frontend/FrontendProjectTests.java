package ai.rhesis.backend.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The requests of the pages of one project and of its experiments, in their order: a parameter and an environment are
/// added, values are saved, shared, promoted and run.
@IntegrationTest
class FrontendProjectTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();

    private String project;
    private Api page;

    @BeforeEach
    void signIn() {
        Api owner = organizations.founder();
        project = owner.create("/projects", Map.of("name", "Bot"));
        page = Pages.in(owner, project);
    }

    @AfterEach
    void closeTarget() {
        target.close();
    }

    @Test
    void aParameterIsAddedAndAnExperimentWithItIsRun() {
        addParameter();
        addEnvironment();
        String experiment = experiment();
        promote(experiment);
        String run = run(experiment);
        Answer runs = page.get("/experiments/" + experiment + "/results?group_by=run");
        assertThat(runs.text("items.0.id")).isEqualTo(run);
        assertThat(runs.at("items.0.stats.passed").asInt()).isEqualTo(1);
        assertThat(runs.text("items.0.experiment_summary.version")).isEqualTo("v1");
        assertThat(page.get("/experiments/" + experiment + "/results?group_by=version")
                        .text("items.0.version"))
                .isEqualTo("v1");
        assertThat(target.lastCall().input()).isEqualTo("0.9 Hello 1");
    }

    private void addParameter() {
        Map<String, Object> field = new HashMap<>(Map.of(
                "name",
                "temperature",
                "type",
                "number",
                "description",
                "",
                "required",
                false,
                "default",
                Map.of("type", "number", "value", 0.5),
                "display_order",
                0));
        field.put("options", null);
        assertThat(page.get(parameters("schema")).at("fields").isEmpty()).isTrue();
        Answer saved = page.put(parameters("schema"), Map.of("fields", List.of(field)));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.text("fields.0.name")).isEqualTo("temperature");
        assertThat(saved.at("fields.0.default.value").asDouble()).isEqualTo(0.5);
    }

    private void addEnvironment() {
        Answer added = page.post(parameters("environments"), Map.of("name", "staging-eu"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.at("environments").propertyNames()).containsExactly("staging-eu");
        Answer again = page.post(parameters("environments"), Map.of("name", "staging-eu"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("detail")).contains("already exists");
    }

    private String experiment() {
        Answer made =
                page.post("/projects/" + project + "/experiments", Map.of("name", "Tuning", "visibility", "private"));
        assertThat(made.status()).isEqualTo(201);
        String experiment = made.id();
        Answer version = page.post(
                "/experiments/" + experiment + "/versions",
                Map.of("values", Map.of("temperature", Map.of("type", "number", "value", 0.9)), "message", "warmer"));
        assertThat(version.status()).isEqualTo(201);
        assertThat(page.patch("/experiments/" + experiment, Map.of("visibility", "shared"))
                        .text("visibility"))
                .isEqualTo("shared");
        return experiment;
    }

    private void promote(String experiment) {
        Answer bound =
                page.put(parameters("environments/default"), Map.of("experiment_id", experiment, "version", "v1"));
        assertThat(bound.text("environments.default.version")).isEqualTo("v1");
        assertThat(bound.at("environments.staging-eu").isNull()).isTrue();
    }

    private String run(String experiment) {
        Runs runs = new Runs(page);
        String set = runs.set("Hello", 1);
        runs.judgeSet(set, runs.assertion("Says hello", "contains", "Hello"));
        String endpoint = runs.endpoint("Bot", target.url());
        page.put(
                "/endpoints/" + endpoint,
                Map.of("request_mapping", Map.of("input", "{{ params.temperature }} {{ input }}")));
        String run = runs.start(
                set,
                endpoint,
                Map.of(
                        "execution_options",
                        Map.of("execution_mode", "Parallel"),
                        "experiment_id",
                        experiment,
                        "version",
                        "v1"));
        runs.await(run);
        return run;
    }

    private String parameters(String rest) {
        return "/projects/" + project + "/parameters/" + rest;
    }
}
