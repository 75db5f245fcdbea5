package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ProgramClient;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Runs that are judged by metrics of connected programs.
@IntegrationTest
class ProgramJudgeApiTests {

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();
    private Api api;
    private Runs runs;
    private String project;
    private String endpoint;

    @BeforeEach
    void ownProject() {
        api = organizations.founder();
        runs = new Runs(api);
        project = api.create("/projects", Map.of("name", "Bot"));
        endpoint = api.create(
                "/endpoints",
                Map.of("name", "Bot", "connection_type", "REST", "url", target.url(), "project_id", project));
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void programJudgesAnAnswer() {
        try (ProgramClient program = connected(api, project, "accuracy")) {
            String run = start("accuracy", Map.of());
            JsonNode call = program.nextCall();
            assertThat(call.path("type").asString()).isEqualTo("execute_metric");
            assertThat(call.path("metric_name").asString()).isEqualTo("accuracy");
            assertThat(call.at("/inputs/input").asString()).isEqualTo("Hello 1");
            assertThat(call.at("/inputs/output").asString()).isEqualTo("Echo: Hello 1");
            assertThat(call.at("/inputs/context").isArray()).isTrue();
            score(program, call, 0.7, "close enough");

            JsonNode metric = metricOf(run, "accuracy");

            assertThat(metric.path("score").asDouble()).isEqualTo(0.7);
            assertThat(metric.path("threshold").asDouble()).isZero();
            assertThat(metric.path("is_successful").asBoolean()).isTrue();
            assertThat(metric.path("reason").asString()).isEqualTo("close enough");
            assertThat(statsOf(run)).isEqualTo("{\"total\":1,\"passed\":1,\"failed\":0,\"errors\":0}");
        }
    }

    @Test
    void scoreBelowTheThresholdFails() {
        try (ProgramClient program = connected(api, project, "accuracy")) {
            String run = start("accuracy", Map.of("threshold", 0.8));
            score(program, program.nextCall(), 0.7, "not close enough");

            assertThat(metricOf(run, "accuracy").path("is_successful").asBoolean(true))
                    .isFalse();
            assertThat(statsOf(run)).isEqualTo("{\"total\":1,\"passed\":0,\"failed\":1,\"errors\":0}");
        }
    }

    @Test
    void yesOrNoIsAScore() {
        try (ProgramClient program = connected(api, project, "accuracy")) {
            String run = start("accuracy", Map.of("score_type", "binary"));
            score(program, program.nextCall(), false, "wrong");

            assertThat(metricOf(run, "accuracy").path("score").asDouble(9)).isZero();
            assertThat(statsOf(run)).isEqualTo("{\"total\":1,\"passed\":0,\"failed\":1,\"errors\":0}");
        }
    }

    @Test
    void missingProgramIsAnErrorAndNoFailure() {
        connected(api, project, "accuracy").close();

        String run = start("accuracy", Map.of());

        JsonNode metric = metricOf(run, "accuracy");
        assertThat(metric.path("error_type").asString()).isIn("sdk_not_connected", "sdk_disconnected");
        assertThat(metric.path("is_successful").isNull()
                        || metric.path("is_successful").isMissingNode())
                .isTrue();
        assertThat(statsOf(run)).isEqualTo("{\"total\":1,\"passed\":0,\"failed\":0,\"errors\":1}");
    }

    @Test
    void failureOfTheFunctionIsAnError() {
        try (ProgramClient program = connected(api, project, "accuracy")) {
            String run = start("accuracy", Map.of());
            JsonNode call = program.nextCall();
            program.socket()
                    .send(Map.of(
                            "type", "metric_result",
                            "metric_run_id", call.path("metric_run_id").asString(),
                            "status", "error",
                            "error", "division by zero",
                            "duration_ms", 1.5));

            JsonNode metric = metricOf(run, "accuracy");

            assertThat(metric.path("error_type").asString()).isEqualTo("sdk_function_error");
            assertThat(metric.path("error").asString()).contains("division by zero");
        }
    }

    @Test
    void scoreThatIsNoneIsAnError() {
        try (ProgramClient program = connected(api, project, "accuracy")) {
            String run = start("accuracy", Map.of());
            score(program, program.nextCall(), List.of(1), "odd");

            assertThat(metricOf(run, "accuracy").path("error_type").asString()).isEqualTo("invalid_answer");
        }
    }

    @Test
    void programOfTheEndpointsProjectIsAskedFirst() {
        String other = api.create("/projects", Map.of("name", "Other"));
        try (ProgramClient own = connected(api, project, "accuracy");
                ProgramClient another = connected(api, other, "accuracy")) {
            String run = start("accuracy", Map.of());
            score(own, own.nextCall(), 1, "own");

            assertThat(metricOf(run, "accuracy").path("reason").asString()).isEqualTo("own");
        }
    }

    @Test
    void anyProgramOfTheOrganizationIsAskedElse() {
        String other = api.create("/projects", Map.of("name", "Other"));
        try (ProgramClient another = connected(api, other, "accuracy")) {
            String run = start("accuracy", Map.of());
            score(another, another.nextCall(), 1, "another");

            assertThat(metricOf(run, "accuracy").path("reason").asString()).isEqualTo("another");
        }
    }

    @Test
    void programOfAnotherOrganizationIsNeverAsked() {
        connected(api, project, "accuracy").close();
        Api stranger = organizations.founder();
        String theirs = stranger.create("/projects", Map.of("name", "Theirs"));
        try (ProgramClient foreign = connected(stranger, theirs, "accuracy")) {
            String run = start("accuracy", Map.of());

            assertThat(metricOf(run, "accuracy").path("error_type").asString())
                    .isIn("sdk_not_connected", "sdk_disconnected");
        }
    }

    private ProgramClient connected(Api owner, @Nullable String itsProject, String metric) {
        ProgramClient program = ProgramClient.connect(organizations, owner);
        Map<String, Object> frame = new HashMap<>(ProgramClient.registration(itsProject));
        frame.put(
                "metrics",
                List.of(Map.of(
                        "name",
                        metric,
                        "parameters",
                        List.of("input", "output"),
                        "return_type",
                        "MetricResult",
                        "metadata",
                        Map.of("score_type", "numeric"))));
        program.socket().send(frame);
        JsonNode registered = program.socket().await("registered");
        assertThat(registered.path("status").asString()).isEqualTo("success");
        assertThat(registered.at("/sync_stats/metric_sync").isObject()).isTrue();
        return program;
    }

    private static void score(ProgramClient program, JsonNode call, Object score, String reason) {
        program.socket()
                .send(Map.of(
                        "type",
                        "metric_result",
                        "metric_run_id",
                        call.path("metric_run_id").asString(),
                        "status",
                        "success",
                        "score",
                        score,
                        "details",
                        Map.of("reason", reason),
                        "duration_ms",
                        1.5));
    }

    private String start(String metric, Map<String, ?> change) {
        String id = api.get("/metrics?$filter={filter}", "name eq '" + metric + "'")
                .json()
                .get(0)
                .path("id")
                .asString();
        if (!change.isEmpty()) {
            Answer changed = api.put("/metrics/" + id, change);
            assertThat(changed.status()).isEqualTo(200);
        }
        String set = runs.set("Hello", 1);
        runs.judgeSet(set, id);
        return runs.start(set, endpoint, Map.of());
    }

    private JsonNode metricOf(String run, String metric) {
        runs.await(run);
        return runs.results(run).getFirst().at("/test_metrics/metrics/" + metric);
    }

    private String statsOf(String run) {
        return runs.get(run).at("stats").toString();
    }
}
