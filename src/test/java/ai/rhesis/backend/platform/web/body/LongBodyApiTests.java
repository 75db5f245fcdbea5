package ai.rhesis.backend.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.compute.Turns;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// Bodies that are long work, beside all others.
@IntegrationTest
class LongBodyApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    RequestTurns turns;

    private Api api;

    @BeforeEach
    void makeAnOrganization() {
        api = organizations.create();
    }

    @Test
    void longBodiesWaitForTheirTurnAndShortOnesDoNot() throws Exception {
        List<Turns.Turn> all = takeAll();
        CompletableFuture<Answer> asked = CompletableFuture.supplyAsync(() ->
                api.post("/prompts", Map.of("content", "x".repeat(2 * LongBody.MAX_BEGINNING))));
        assertThatThrownBy(() -> asked.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(api.post("/prompts", Map.of("content", "short")).status()).isEqualTo(200);
        assertThat(organizations.anonymous().get("/health/live").status()).isEqualTo(200);

        all.forEach(Turns.Turn::end);
        assertThat(asked.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        takeAll().forEach(Turns.Turn::end);
    }

    @Test
    void longBodiesKeepNoTurnWhileTheirRequestsWaitForOthers() throws Exception {
        HeldAnswers held = new HeldAnswers();
        try (FakeTarget target = FakeTarget.start().answering(held.of(call -> FakeTarget.Reply.output("late")));
                FakeModelServer model = FakeModelServer.start().always(held.of(question -> ModelReply.text("late")))) {
            api = organizations.founder();
            Runs runs = new Runs(api);
            runs.chooseModel("generation", model.url());
            String endpoint = runs.endpoint("Bot", target.url());
            String tree = api.post("/explorer", Map.of("name", "Tree")).id();
            String text = "x".repeat(90_000);
            List<Map<String, String>> inputs = Collections.nCopies(4, Map.of("input", text));

            List<CompletableFuture<Integer>> waiting = List.of(
                    sent("/endpoints/" + endpoint + "/invoke", Map.of("input", text.repeat(4))),
                    sent("/services/generate/content", Map.of("prompt", text.repeat(4))),
                    sent(
                            "/explorer/" + tree + "/generate_suggestion_outputs",
                            Map.of("endpoint_id", endpoint, "suggestions", inputs)));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> target.calls().size() == 5 && model.received().size() == 1);

            takeAll().forEach(Turns.Turn::end);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            held.release();
            for (CompletableFuture<Integer> request : waiting) {
                assertThat(request.get(30, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            held.release();
        }
    }

    private CompletableFuture<Integer> sent(String path, Object body) {
        return CompletableFuture.supplyAsync(
                () -> api.post(path, body).status(),
                thread -> Thread.ofVirtual().start(thread));
    }

    @Test
    void objectsOfTooManyValuesAreRefused() {
        String values = "1,".repeat(UnstorableValues.MAX_VALUES) + "1";
        String body = "{\"prompt\": {\"content\": \"x\"}, \"metadata\": {\"a\": [" + values + "]}}";
        Answer refused = api.send(HttpMethod.POST, "/tests", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail.0.msg")).contains("200,000 values");
    }

    /// Takes all turns there are, for an organization each, since none may have all of them.
    private List<Turns.Turn> takeAll() {
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return IntStream.range(0, count)
                .mapToObj(turn -> new Tenant(UUID.randomUUID(), UUID.randomUUID()).call(turns::take))
                .toList();
    }
}
