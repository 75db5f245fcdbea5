package ai.rhesis.backend.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.LineClient;
import ai.rhesis.backend.support.Lines;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.SecondNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The end of streams of lines before they are whole: their time is over, or their client leaves.
@IntegrationTest
class LineStreamApiTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final String LATE = "not done within 4 seconds";
    private static final int CALLS_AT_ONCE = 4;
    private static final String PIPELINE = "/services/generate/test_pipeline";
    private static final Map<String, Object> OF_A_PLAN = Map.of(
            "prompt",
            "A bot of a shop",
            "num_tests",
            20,
            "config",
            Map.of(
                    "requirements", List.of(Map.of("name", "Reliability", "description", "Is right", "active", true)),
                    "topics", List.of(Map.of("name", "Returns", "description", "", "active", true)),
                    "categories", List.of(Map.of("name", "Harmless", "description", "", "active", true))));

    static SecondNode hurried;

    @Autowired
    Organizations organizations;

    private final FakeWriter writer = FakeWriter.faithful();
    private final HeldAnswers held = new HeldAnswers();
    private final FakeModelServer model = FakeModelServer.start();
    private final FakeTarget target = FakeTarget.start();

    @BeforeAll
    static void aNodeWithLittleTime() {
        hurried = SecondNode.start("--rhesis.streams.time=4s");
    }

    @AfterAll
    static void stopNode() {
        hurried.close();
    }

    @AfterEach
    void stop() {
        held.release();
        model.close();
        target.close();
    }

    @Test
    void whatASuggestionPipelineHasNotDoneInTimeIsToldAsSuch() {
        model.always(held.after(1, writer));
        target.answering(call -> Reply.hanging());
        Api api = caller(hurried.server());

        List<JsonNode> lines = api.lines(tree(api) + "/suggestion_pipeline", Map.of());

        assertThat(Lines.of("suggestion", lines)).hasSize(5);
        assertThat(Lines.of("output", lines))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line.path("error").asString()).isEqualTo(LATE));
        assertThat(Lines.of("error", lines))
                .extracting(line -> line.path("message").asString())
                .containsExactly(LATE);
        assertThat(Lines.of("suggestions_done", lines).getFirst().path("total").asInt())
                .isEqualTo(5);
        assertThat(Lines.types(lines)).endsWith("suggestions_done", "output_summary", "eval_summary", "done");
        assertThat(model.received()).hasSizeLessThanOrEqualTo(1 + CALLS_AT_ONCE);
    }

    @Test
    void answersThatDoNotComeInTimeAreToldAsSuch() {
        target.answering(call -> Reply.hanging());
        Api api = caller(hurried.server());
        List<Map<String, String>> inputs = IntStream.range(0, 12)
                .mapToObj(number -> Map.of("input", "Question " + number))
                .toList();

        List<JsonNode> lines = api.lines(tree(api) + "/generate_suggestion_outputs", Map.of("suggestions", inputs));

        assertThat(Lines.of("item", lines))
                .hasSize(12)
                .allSatisfy(line -> assertThat(line.path("error").asString()).isEqualTo(LATE));
        assertThat(Lines.types(lines)).endsWith("summary");
        assertThat(target.calls()).as("the others had no turn in time").hasSize(10);
    }

    @Test
    void aTestPipelineThatIsNotDoneInTimeSaysSo() {
        model.always(held.after(1, writer));
        List<JsonNode> lines = caller(hurried.server()).lines(PIPELINE, OF_A_PLAN);

        assertThat(Lines.of("test", lines)).hasSize(5);
        JsonNode error = Lines.of("error", lines).getFirst();
        assertThat(error.path("phase").asString()).isEqualTo("tests");
        assertThat(error.path("message").asString()).isEqualTo(LATE);
        assertThat(Lines.types(lines)).endsWith("error", "tests_done", "done");
        assertThat(model.received()).hasSizeLessThanOrEqualTo(1 + CALLS_AT_ONCE);
    }

    @Test
    void withoutAnyLineInTimeThereIsAProblem() {
        model.always(held.after(0, writer));
        Api api = caller(hurried.server());
        for (String path : List.of("/suggestion_pipeline", "/generate_suggestions")) {
            Answer late = api.post(tree(api) + path, Map.of());
            assertThat(late.status()).as(path).isEqualTo(504);
            assertThat(late.text("detail")).contains(LATE);
        }
    }

    @Test
    void aSuggestionPipelineWhoseClientLeavesAsksNobodyAnyMore() throws Exception {
        model.always(held.after(CALLS_AT_ONCE, writer));
        Api api = caller(organizations);
        try (LineClient client = LineClient.post(
                organizations.port(), api, tree(api) + "/suggestion_pipeline", Map.of("num_suggestions", 100))) {
            client.read(5 * CALLS_AT_ONCE, line -> line.path("type").asString().equals("evaluation"));
            awaitCalls(2 * CALLS_AT_ONCE);
        }
        held.release();

        assertNoMoreCalls(2 * CALLS_AT_ONCE);
        assertThat(target.calls()).hasSize(5 * CALLS_AT_ONCE);
    }

    @Test
    void aTestPipelineWhoseClientLeavesAsksNobodyAnyMore() throws Exception {
        model.always(held.after(
                1, question -> ModelReply.json(Map.of("tests", List.of(Map.of("prompt", writer.text()))))));
        try (LineClient client = LineClient.post(organizations.port(), caller(organizations), PIPELINE, OF_A_PLAN)) {
            client.read(1, line -> line.path("type").asString().equals("test"));
            awaitCalls(1 + CALLS_AT_ONCE);
        }
        held.release();

        assertNoMoreCalls(1 + CALLS_AT_ONCE);
    }

    @Test
    void aClientThatLeavesBeforeThePlanHasNoTestsWritten() throws Exception {
        model.always(held.of(question -> ModelReply.json(Map.of(
                "requirements",
                List.of(Map.of("name", "Reliability", "description", "Is right")),
                "topics",
                List.of(Map.of("name", "Returns")),
                "categories",
                List.of(Map.of("name", "Harmless"))))));
        Api api = caller(organizations);
        api.create("/requirements", Map.of("name", "Reliability"));
        try (LineClient client =
                LineClient.post(organizations.port(), api, PIPELINE, Map.of("prompt", "A bot of a shop"))) {
            awaitCalls(1);
        }
        held.release();

        assertNoMoreCalls(1);
    }

    private void awaitCalls(int count) {
        Awaitility.await()
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(model.received()).hasSize(count));
    }

    private void assertNoMoreCalls(int count) {
        Awaitility.await()
                .during(QUIET)
                .atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(model.received()).hasSize(count));
    }

    private Api caller(Organizations server) {
        Api api = server.founder();
        new Runs(api).chooseModel("generation", model.url());
        return api;
    }

    /// A tree with a test, an endpoint and a metric.
    private String tree(Api api) {
        Runs runs = new Runs(api);
        String tree = "/explorer/"
                + api.post("/explorer", Map.of("name", "Claims bot")).id();
        api.put(
                tree + "/settings",
                Map.of(
                        "default_endpoint_id",
                        runs.endpoint("Bot " + System.nanoTime(), target.url()),
                        "metric_ids",
                        List.of(runs.assertion("Echoes " + System.nanoTime(), "contains", "Echo"))));
        api.post(tree + "/tests", Map.of("topic", "Claims", "input", "Is water damage covered?"));
        return tree;
    }
}
