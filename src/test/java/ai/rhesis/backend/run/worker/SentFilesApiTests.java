package ai.rhesis.backend.run.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.TestedFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Runs tests that have files against a system that reads them.
@IntegrationTest
class SentFilesApiTests {

    private static final byte[] SCAN = TestedFiles.bytes(70_001, 1);
    private static final byte[] POLICY = "No smoking.".getBytes();

    @Autowired
    Organizations organizations;

    private final FakeTarget target = FakeTarget.start();

    private Api api;
    private Runs runs;
    private TestedFiles files;
    private String endpoint;
    private String set;
    private String test;

    @BeforeEach
    void aSetOfOneTest() {
        api = organizations.create();
        runs = new Runs(api);
        files = new TestedFiles(api);
        endpoint = files.endpoint("REST", target.url());
        set = runs.set("What is this", 1);
        runs.judgeSet(set, runs.assertion("Answers", "contains", "Echo"));
        test = testOf(set);
    }

    @AfterEach
    void stop() {
        target.close();
    }

    @Test
    void aRunSendsTheFilesOfItsTests() {
        files.attach(test, "scan.png", SCAN);
        files.attach(test, "policy.txt", POLICY);

        JsonNode result = run();

        assertThat(target.calls()).hasSize(1);
        JsonNode sent = target.lastCall().json().path("files");
        assertThat(sent).hasSize(2);
        assertThat(sent.path(0).propertyNames()).containsExactlyInAnyOrder("filename", "content_type", "data");
        assertThat(sent.path(0).path("filename").asString()).isEqualTo("scan.png");
        assertThat(sent.path(0).path("content_type").asString()).isEqualTo("image/png");
        assertThat(TestedFiles.content(sent.path(0))).isEqualTo(SCAN);
        assertThat(sent.path(1).path("filename").asString()).isEqualTo("policy.txt");
        assertThat(TestedFiles.content(sent.path(1))).isEqualTo(POLICY);
        assertThat(result.path("verdict").asString()).isEqualTo("Pass");
    }

    @Test
    void aResultTellsNamesAndSizesAndNoContents() {
        files.attach(test, "scan.png", SCAN);

        JsonNode output = run().path("test_output");

        assertThat(output.path("sent_files").toString())
                .isEqualTo("[{\"filename\":\"scan.png\",\"size_bytes\":70001,\"content_type\":\"image/png\"}]");
        assertThat(output.has("files")).isFalse();
    }

    @Test
    void aTestWithoutFilesSendsNone() {
        assertThat(run().path("test_output").has("sent_files")).isFalse();
        assertThat(target.lastCall().json().has("files")).isFalse();
    }

    @Test
    void aRepetitionIsSentThemAsWell() {
        files.attach(test, "scan.png", SCAN);
        runs.await(runs.start(set, endpoint, Map.of("execution_options", Map.of("repetitions", 3))));
        assertThat(target.calls())
                .hasSize(3)
                .allSatisfy(call -> assertThat(TestedFiles.first(call)).isEqualTo(SCAN));
    }

    @Test
    void filtersForProvidersMakeContentOfThem() {
        files.attach(test, "policy.txt", POLICY);
        String provider = files.endpoint(
                "REST", target.url(), Map.of("input", "{{ input }}", "content", "{{ files | openai_content }}"));
        runs.await(runs.start(set, provider, Map.of()));
        assertThat(target.lastCall()
                        .json()
                        .path("content")
                        .path(1)
                        .at("/image_url/url")
                        .asString())
                .isEqualTo("data:text/plain;base64,Tm8gc21va2luZy4=");
    }

    @Test
    void aTestAtOnceSendsTheFilesThatItHasNow() {
        String former = files.attach(test, "policy.txt", POLICY);
        files.attach(test, "scan.png", SCAN);
        api.delete("/files/" + former);

        Answer tried = api.post("/tests/execute", Map.of("test_id", test, "endpoint_id", endpoint));

        JsonNode sent = target.lastCall().json().path("files");
        assertThat(sent).hasSize(1);
        assertThat(TestedFiles.content(sent.path(0))).isEqualTo(SCAN);
        assertThat(tried.text("test_output.sent_files.0.filename")).isEqualTo("scan.png");
        assertThat(tried.at("test_output.sent_files.0.size_bytes").asInt()).isEqualTo(SCAN.length);
    }

    @Test
    void aRunIsOfTheFilesThatItsTestsHadAtItsStart() {
        target.answering(call -> FakeTarget.Reply.status(400));
        String former = files.attach(test, "scan.png", SCAN);
        String run = runs.start(set, endpoint, Map.of());
        runs.await(run);
        api.delete("/files/" + former);
        files.attach(test, "policy.txt", POLICY);
        target.answering(call -> FakeTarget.Reply.output("Echo"));

        api.post("/test_runs/" + run + "/resume", null);
        runs.await(run);

        JsonNode sent = target.lastCall().json().path("files");
        assertThat(sent).hasSize(1);
        assertThat(TestedFiles.content(sent.path(0))).isEqualTo(SCAN);
        assertThat(runs.results(run).getFirst().path("verdict").asString()).isEqualTo("Pass");

        run();

        assertThat(target.lastCall()
                        .json()
                        .path("files")
                        .path(0)
                        .path("filename")
                        .asString())
                .isEqualTo("policy.txt");
    }

    @Test
    void ofEqualFilesTheOneIsSentThatTheTestHadAtTheStart() {
        api.delete("/files/" + files.attach(test, "before.txt", POLICY));
        String atStart = files.attach(test, "start.txt", POLICY);
        target.answering(call -> FakeTarget.Reply.status(400));
        String run = runs.start(set, endpoint, Map.of());
        runs.await(run);
        api.delete("/files/" + atStart);
        files.attach(test, "after.txt", POLICY);

        api.post("/test_runs/" + run + "/resume", null);
        runs.await(run);

        assertThat(target.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.json().path("files"))
                        .extracting(file -> file.path("filename").asString())
                        .containsExactly("start.txt"));
    }

    @Test
    void aCallThatIsMadeAgainIsMadeWithThem() {
        files.attach(test, "scan.png", SCAN);
        target.next(FakeTarget.Reply.limited(1));

        assertThat(run().path("verdict").asString()).isEqualTo("Pass");

        assertThat(target.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(TestedFiles.first(call)).isEqualTo(SCAN));
    }

    @Test
    void aFileThatIsPurgedMeanwhileIsAnErrorAndNoCallWithoutIt() {
        target.answering(call -> FakeTarget.Reply.status(400));
        String former = files.attach(test, "scan.png", SCAN);
        String run = runs.start(set, endpoint, Map.of());
        runs.await(run);
        api.delete("/files/" + former);
        api.delete("/recycle/file/" + former + "?confirm=true");
        int called = target.calls().size();

        api.post("/test_runs/" + run + "/resume", null);
        runs.await(run);

        JsonNode result = runs.results(run).getFirst();
        assertThat(result.path("error_type").asString()).isEqualTo("configuration");
        assertThat(result.path("error").asString()).contains("deleted for good");
        assertThat(target.calls()).hasSize(called);
    }

    @Test
    void moreThanAChatCanSendIsAnErrorThatNamesTheBound() {
        files.attach(test, "large.bin", TestedFiles.bytes(7_864_321, 2));
        assertThat(run().path("error").asString()).contains("files: ", "7.5 MiB");

        String other = runs.set("Many", 1);
        runs.judgeSet(other, runs.assertion("Says", "contains", "Echo"));
        for (int number = 0; number < 11; number++) {
            files.attach(testOf(other), number + ".txt", new byte[] {(byte) number});
        }
        String run = runs.start(other, endpoint, Map.of());
        runs.await(run);
        JsonNode result = runs.results(run).getFirst();
        assertThat(result.path("error").asString()).contains("at most 10");
        assertThat(result.path("error_type").asString()).isEqualTo("configuration");
        assertThat(api.post("/tests/execute", Map.of("test_id", testOf(other), "endpoint_id", endpoint))
                        .text("error"))
                .contains("at most 10");
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void asMuchAsAChatCanSendArrivesWhole() {
        byte[] largest = TestedFiles.bytes(7_864_320, 3);
        files.attach(test, "largest.bin", largest);
        assertThat(run().path("verdict").asString()).isEqualTo("Pass");
        assertThat(TestedFiles.first(target.lastCall())).isEqualTo(largest);
    }

    @Test
    void equalFilesAreSentAsOftenAsTheyAreAttached() {
        files.attach(test, "b.txt", POLICY);
        files.attach(test, "a.txt", POLICY);
        run();
        assertThat(target.lastCall().json().path("files"))
                .extracting(file -> file.path("filename").asString())
                .containsExactly("b.txt", "a.txt");
    }

    @Test
    void filesOfOthersAreNeverSent() {
        Api others = organizations.create();
        TestedFiles theirs = new TestedFiles(others);
        String theirTest = others.create("/tests", Map.of("prompt", Map.of("content", "What is this 1")));
        theirs.attach(theirTest, "theirs.txt", POLICY);
        files.attach(test, "mine.txt", POLICY);

        run();

        JsonNode sent = target.lastCall().json().path("files");
        assertThat(sent).extracting(file -> file.path("filename").asString()).containsExactly("mine.txt");
        assertThat(api.post("/tests/execute", Map.of("test_id", theirTest, "endpoint_id", endpoint))
                        .status())
                .isEqualTo(404);
        assertThat(target.calls()).hasSize(1);
    }

    @Test
    void judgingAgainCallsNobodyAndKeepsWhatWasSent() {
        files.attach(test, "scan.png", SCAN);
        String run = runs.start(set, endpoint, Map.of());
        runs.await(run);

        String again = String.valueOf(
                api.post("/test_runs/" + run + "/rescore", Map.of()).text("test_run_id"));
        runs.await(again);

        assertThat(target.calls()).hasSize(1);
        assertThat(runs.results(again)
                        .getFirst()
                        .at("/test_output/sent_files/0/filename")
                        .asString())
                .isEqualTo("scan.png");
    }

    @Test
    void aConversationSendsThemWithTheMessageThatTheUserChooses() {
        String conversation = api.create(
                "/tests",
                Map.of(
                        "test_type",
                        "Multi-Turn",
                        "test_configuration",
                        Map.of("goal", "Have the scan read", "max_turns", 2)));
        files.attach(conversation, "scan.png", SCAN);
        try (FakeModelServer user = FakeModelServer.start()) {
            user.will(says("Good day", false), says("Read this", true), done());

            Answer tried = api.post(
                    "/tests/execute",
                    Map.of(
                            "test_id",
                            conversation,
                            "endpoint_id",
                            endpoint,
                            "execution_model_id",
                            runs.model("User", user.url()),
                            "evaluate_metrics",
                            false));

            assertThat(tried.text("test_output.conversation_summary.1.sent_files.0.filename"))
                    .as(tried.json().toString())
                    .isEqualTo("scan.png");
            assertThat(tried.at("test_output.conversation_summary.0").has("sent_files"))
                    .isFalse();
            assertThat(user.received().getFirst().prompt()).contains("scan.png (image/png, 70001 bytes)");
            assertThat(user.received().getFirst().body().toString()).contains("include_files");
        }
        List<FakeTarget.Call> calls = target.calls();
        assertThat(calls).hasSize(2);
        assertThat(calls.getFirst().json().has("files")).isFalse();
        assertThat(TestedFiles.first(calls.getLast())).isEqualTo(SCAN);
    }

    @Test
    void aConversationInARunSendsThemToo() {
        String conversations = runs.set(
                1,
                number -> Map.of(
                        "test_type",
                        "Multi-Turn",
                        "test_configuration",
                        Map.of("goal", "Have the scan read", "max_turns", 1)));
        runs.judgeSet(conversations, runs.assertion("Says", "contains", "Echo"));
        files.attach(testOf(conversations), "scan.png", SCAN);
        try (FakeModelServer user = FakeModelServer.start()) {
            user.will(says("Read this", true), done());
            String run =
                    runs.start(conversations, endpoint, Map.of("execution_model_id", runs.model("User", user.url())));
            runs.await(run);
            assertThat(runs.results(run)
                            .getFirst()
                            .at("/test_output/conversation_summary/0/sent_files/0/filename")
                            .asString())
                    .isEqualTo("scan.png");
        }
        assertThat(TestedFiles.first(target.lastCall())).isEqualTo(SCAN);
    }

    private JsonNode run() {
        String run = runs.start(set, endpoint, Map.of());
        runs.await(run);
        return runs.results(run).getFirst();
    }

    private String testOf(String of) {
        return String.valueOf(api.get("/test_sets/" + of + "/tests").text("0.id"));
    }

    private static ModelReply says(String message, boolean isWithFiles) {
        return ModelReply.json(
                Map.of("reason", "not yet", "goal_met", false, "message", message, "include_files", isWithFiles));
    }

    private static ModelReply done() {
        return ModelReply.json(Map.of("reason", "met", "goal_met", true, "message", "", "include_files", false));
    }
}
