package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.FakeSocket;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.ProgramClient;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.TestedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends files over each way to a system under test, and none to one that takes none.
@IntegrationTest
class SentFilesByTransportApiTests {

    @Autowired
    Organizations organizations;

    @Value("${rhesis.files.directory}")
    Path directory;

    // of each test another one, which is found again in the store
    private final byte[] scan = TestedFiles.bytes(300_000, System.nanoTime());

    private Api api;
    private Runs runs;
    private TestedFiles files;
    private String set;
    private String test;

    @BeforeEach
    void aSetOfOneTestWithAFile() {
        api = organizations.create();
        runs = new Runs(api);
        files = new TestedFiles(api);
        set = runs.set("What is this", 1);
        runs.judgeSet(set, runs.assertion("Answers", "contains", "Seen"));
        test = String.valueOf(api.get("/test_sets/" + set + "/tests").text("0.id"));
        files.attach(test, "scan.png", scan);
    }

    @Test
    void aWebSocketIsSentThem() {
        List<JsonNode> received = new CopyOnWriteArrayList<>();
        try (FakeSocket socket = FakeSocket.answering((connection, text) -> {
            received.add(JsonMapper.shared().readTree(text));
            connection.send("{\"output\": \"Seen\"}");
        })) {
            assertThat(run(files.endpoint("WebSocket", socket.url()))
                            .path("verdict")
                            .asString())
                    .isEqualTo("Pass");
        }
        assertThat(received).hasSize(1);
        assertThat(TestedFiles.content(received.getFirst().path("files").path(0)))
                .isEqualTo(scan);
    }

    @Test
    void aProgramIsSentThemAsAnArgument() {
        Experiments experiments = Experiments.inNewProject(api);
        try (ProgramClient program = ProgramClient.connect(organizations, api)) {
            program.register(experiments.project(), "chat");
            String function = function();
            String run = runs.start(set, function, Map.of());
            JsonNode call = program.nextCall();
            program.answer(call, Map.of("output", "Seen"));
            runs.await(run);
            JsonNode file = call.path("inputs").path("files").path(0);
            assertThat(file.path("filename").asString()).isEqualTo("scan.png");
            assertThat(TestedFiles.content(file)).isEqualTo(scan);
            assertThat(runs.results(run)
                            .getFirst()
                            .at("/test_output/sent_files/0/size_bytes")
                            .asInt())
                    .isEqualTo(scan.length);
        }
    }

    @Test
    void aProgramTakesNoMoreThanAMebibyte() {
        Experiments experiments = Experiments.inNewProject(api);
        files.attach(test, "large.bin", TestedFiles.bytes(800_000, 5));
        try (ProgramClient program = ProgramClient.connect(organizations, api)) {
            program.register(experiments.project(), "chat");
            JsonNode result = run(function());
            assertThat(result.path("error").asString()).contains("1 MiB");
            assertThat(result.path("error_type").asString()).isEqualTo("configuration");
        }
    }

    @Test
    void aTargetThatTakesNoneIsCalledWithoutReadingThem() throws Exception {
        try (FakeTarget target = FakeTarget.start().answering(call -> FakeTarget.Reply.output("Seen"))) {
            String plain = runs.endpoint("Reads no files", target.url());
            String reader = files.endpoint("REST", target.url());
            lose();

            JsonNode untouched = run(plain);
            assertThat(untouched.path("verdict").asString()).isEqualTo("Pass");
            assertThat(untouched.path("test_output").has("sent_files")).isFalse();
            assertThat(target.calls()).hasSize(1);

            JsonNode missing = run(reader);
            assertThat(missing.path("error").asString()).contains("scan.png", "missing");
            assertThat(missing.path("error_type").asString()).isEqualTo("configuration");
            assertThat(target.calls()).hasSize(1);
        }
    }

    @Test
    void aTreeOfTestsIsAnsweredWithThem() {
        try (FakeTarget target = FakeTarget.start().answering(call -> FakeTarget.Reply.output("Seen"))) {
            String tree = "/explorer/"
                    + api.post("/explorer/", Map.of("name", "Tree")).id();
            String question = api.post(tree + "/tests", Map.of("topic", "Scans", "input", "What is this?"))
                    .id();
            files.attach(question, "scan.png", scan);
            Answer given =
                    api.post(tree + "/generate_outputs", Map.of("endpoint_id", files.endpoint("REST", target.url())));
            assertThat(given.status()).as(given.json().toString()).isEqualTo(200);
            assertThat(TestedFiles.content(
                            target.lastCall().json().path("files").path(0)))
                    .isEqualTo(scan);
        }
    }

    private String function() {
        String function = String.valueOf(api.get("/endpoints?$filter={filter}", "connection_type eq 'SDK'")
                .text("0.id"));
        api.put(
                "/endpoints/" + function,
                Map.of("request_mapping", TestedFiles.MAPPING, "response_mapping", Map.of("output", "$.output")));
        return function;
    }

    private JsonNode run(String endpoint) {
        String run = runs.start(set, endpoint, Map.of());
        runs.await(run);
        return runs.results(run).getFirst();
    }

    /// Takes the content away from the store.
    private void lose() throws Exception {
        String hash = String.valueOf(api.get("/tests/" + test + "/files").text("0.content_hash"));
        try (Stream<Path> kept = Files.walk(directory)) {
            Files.delete(kept.filter(file -> file.getFileName().toString().equals(hash))
                    .findAny()
                    .orElseThrow());
        }
    }
}
