package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ProgramClient;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.ServerProcess;
import ai.rhesis.backend.support.TestDatabase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Kills a node in the middle of a run whose program is connected to it.
@IntegrationTest
class NodeDeathTests {

    private static final int TESTS = 30;
    private static final int ANSWERED = 10;
    private static final int AT_ONCE = 4;

    @Autowired
    Organizations organizations;

    @Test
    void eachTestHasOneResultWhenTheNodeOfItsProgramIsKilled() throws Exception {
        Map<String, Object> settings = new HashMap<>(TestDatabase.shared().properties());
        settings.put("rhesis.queue.workers", 0);
        settings.put("spring.datasource.hikari.maximum-pool-size", 3);
        Api api = organizations.create();
        Runs runs = new Runs(api);
        Experiments experiments = Experiments.inNewProject(api);
        try (ServerProcess other = ServerProcess.start(settings);
                ProgramClient program = connect(Organizations.ofServer(other.port()), api, experiments)) {
            String set = runs.set("Question", TESTS);
            runs.judgeSet(set, runs.assertion("Greets", "contains", "Hello"));
            String endpoint = String.valueOf(api.get("/endpoints?$filter={filter}", "connection_type eq 'SDK'")
                    .text("0.id"));
            String run = runs.start(set, endpoint, Map.of("execution_options", Map.of("max_concurrency", AT_ONCE)));
            program.answering(ANSWERED, inputs -> Map.of("output", "Hello"));
            for (int inFlight = 0; inFlight < AT_ONCE; inFlight++) {
                program.nextCall();
            }
            other.process().destroyForcibly().waitFor();
            try (ProgramClient again = connect(organizations, api, experiments)) {
                again.answering(TESTS - ANSWERED, inputs -> Map.of("output", "Hello again"));
                expectAll(runs, run);
                assertThat(again.socket().untilPong()).as("calls beyond").hasSize(1);
            }
        }
    }

    private static ProgramClient connect(Organizations node, Api api, Experiments experiments) {
        ProgramClient program = ProgramClient.connect(node, ProgramClient.token(api));
        program.register(experiments.project(), "chat");
        return program;
    }

    private static void expectAll(Runs runs, String run) {
        Answer done = runs.await(run);
        assertThat(done.text("state")).isEqualTo("Completed");
        assertThat(done.at("stats.passed").asInt()).isEqualTo(TESTS);
        Set<String> tested = new HashSet<>();
        for (JsonNode result : runs.results(run)) {
            tested.add(result.path("test_id").asString());
        }
        assertThat(tested).hasSize(TESTS);
        assertThat(runs.results(run)).hasSize(TESTS);
    }
}
