package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ProgramClient;
import ai.rhesis.backend.support.Runs;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Asks the functions of a program as endpoints: by invoking them, and in runs.
@IntegrationTest
class ProgramRunApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    Runs runs;
    Experiments experiments;
    ProgramClient program;
    String endpoint;

    @BeforeEach
    void aProgram() {
        api = organizations.create();
        runs = new Runs(api);
        experiments = Experiments.inNewProject(api);
        program = connect();
        endpoint = String.valueOf(api.get("/endpoints?$filter={filter}", "connection_type eq 'SDK'")
                .text("0.id"));
    }

    @AfterEach
    void leave() {
        program.close();
    }

    private ProgramClient connect() {
        ProgramClient connected = ProgramClient.connect(organizations, api);
        connected.register(experiments.project(), "chat");
        return connected;
    }

    @Test
    void functionIsAskedByInvokingItsEndpoint() {
        api.put(
                "/endpoints/" + endpoint,
                Map.of(
                        "request_mapping",
                        Map.of("question", "{{ input }}", "tone", "{{ params.tone }}", "_rhesis_test_context", "mine"),
                        "response_mapping",
                        Map.of("output", "$.text", "context", "$.sources"),
                        "disable_tracing",
                        true));
        CompletableFuture<Answer> asked =
                invoke(Map.of("input", "Hello", "tone", "kind", "conversation_id", "c1", "_rhesis_x", 1));
        JsonNode call = program.nextCall();
        assertThat(call.path("inputs").path("question").asString()).isEqualTo("Hello");
        assertThat(call.path("inputs").path("tone").asString()).isEqualTo("kind");
        assertThat(call.path("inputs").has("_rhesis_test_context")).isFalse();
        assertThat(call.path("inputs").has("_rhesis_x")).isFalse();
        assertThat(call.path("inputs").path("_rhesis_disable_tracing").asBoolean())
                .isTrue();
        JsonNode conversation = call.path("inputs").path("_rhesis_conversation_context");
        assertThat(conversation.path("conversation_id").asString()).isEqualTo("c1");
        assertThat(conversation.path("mapped_input").asString()).isEqualTo("Hello");
        program.answer(call, Map.of("text", "Hi", "sources", List.of("policy 7")));
        assertThat(asked.join().text("output")).isEqualTo("Hi");
        assertThat(asked.join().text("context.0")).isEqualTo("policy 7");
    }

    @Test
    void withoutMappingsTheInputsPassAndAResultIsTheOutput() {
        api.put("/endpoints/" + endpoint, Map.of("request_mapping", Map.of(), "response_mapping", Map.of()));
        CompletableFuture<Answer> asked = invoke(Map.of("input", "Hello", "tone", "kind"));
        JsonNode call = program.nextCall();
        program.answer(call, "Hi");
        assertThat(asked.join().text("output")).isEqualTo("Hi");
        asked = invoke(Map.of("input", "Hello"));
        program.answer(program.nextCall(), 42);
        assertThat(asked.join().text("output")).isEqualTo("42");
    }

    @Test
    void failuresAreBadGatewaysWithTheirReason() {
        CompletableFuture<Answer> asked = invoke(Map.of("input", "Hello"));
        program.fail(program.nextCall(), "no such policy");
        assertThat(asked.join().status()).isEqualTo(502);
        assertThat(asked.join().text("code")).isEqualTo("call_failed");
        assertThat(asked.join().text("reason")).isEqualTo("sdk_function_error");
        assertThat(asked.join().text("detail")).contains("no such policy");
        asked = invoke(Map.of("input", "Hello"));
        program.nextCall();
        program.close();
        assertThat(asked.join().text("reason")).isEqualTo("sdk_disconnected");
        assertThat(invoke(Map.of("input", "Hello")).join().text("reason")).isEqualTo("sdk_not_connected");
    }

    @Test
    void callOfARunTellsItsTestAndTheSnapshotOfItsParameters() {
        String experiment = experiments.shared("Cold");
        experiments.commit(experiment, Map.of("model", "small"));
        String run = runs.start(judgedSet(1), endpoint, Map.of("experiment_id", experiment));
        JsonNode call = program.nextCall();
        JsonNode test = call.path("inputs").path("_rhesis_test_context");
        assertThat(test.path("test_run_id").asString()).isEqualTo(run);
        assertThat(call.path("parameters").path("model").asString()).isEqualTo("small");
        assertThat(call.path("parameter_version").asString()).isEqualTo("v1");
        assertThat(call.path("parameter_experiment_id").asString()).isEqualTo(experiment);
        assertThat(call.path("parameter_source").asString()).isEqualTo("experiment_id");
        assertThat(call.path("parameter_schema").path("fields").size()).isEqualTo(3);
        assertThat(call.has("parameter_experiment_name")).isFalse();
        program.answer(call, Map.of("output", "Hello"));
        runs.await(run);
        JsonNode result = runs.results(run).getFirst();
        assertThat(test.path("test_result_id").asString())
                .isEqualTo(result.path("id").asString());
        assertThat(test.path("test_id").asString())
                .isEqualTo(result.path("test_id").asString());
        assertThat(test.path("test_configuration_id").asString())
                .isEqualTo(result.path("test_configuration_id").asString());
    }

    @Test
    void runWaitsForAProgramThatLeavesAndComesBack() {
        int tests = 40;
        String run = runs.start(judgedSet(tests), endpoint, Map.of("execution_options", Map.of("max_concurrency", 5)));
        program.answering(10, inputs -> Map.of("output", "Hello"));
        program.nextCall();
        program.close();
        program = connect();
        program.answering(tests - 10, inputs -> Map.of("output", "Hello again"));
        Answer done = runs.await(run);
        assertThat(done.text("state")).isEqualTo("Completed");
        assertThat(done.at("stats.passed").asInt()).isEqualTo(tests);
        Set<String> tested = new HashSet<>();
        runs.results(run).forEach(result -> tested.add(result.path("test_id").asString()));
        assertThat(tested).hasSize(tests);
        assertThat(runs.results(run)).hasSize(tests);
    }

    @Test
    void errorsOfFunctionsAreThoseOfTheirTests() {
        String run = runs.start(
                judgedSet(2),
                endpoint,
                Map.of("execution_options", Map.of("max_concurrency", 1, "timeout_seconds", 1)));
        program.fail(program.nextCall(), "no such policy");
        program.nextCall();
        Answer done = runs.await(run);
        assertThat(done.at("stats.errors").asInt()).isEqualTo(2);
        assertThat(runs.results(run))
                .extracting(result -> result.path("error_type").asString())
                .containsExactlyInAnyOrder("sdk_function_error", "sdk_timeout");
    }

    private CompletableFuture<Answer> invoke(Map<String, ?> body) {
        return CompletableFuture.supplyAsync(() -> api.post("/endpoints/" + endpoint + "/invoke", body));
    }

    private String judgedSet(int tests) {
        String set = runs.set("Question", tests);
        runs.judgeSet(set, runs.assertion("Greets", "contains", "Hello"));
        return set;
    }
}
