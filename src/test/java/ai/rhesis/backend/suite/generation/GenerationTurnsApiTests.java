package ai.rhesis.backend.suite.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class GenerationTurnsApiTests {

    @Autowired
    Organizations organizations;

    private final FakeWriter writer = FakeWriter.faithful();
    private final HeldAnswers held = new HeldAnswers();

    @Test
    void anOrganizationHasEightGenerationsAtATimeAndOthersTheirs() {
        try (FakeModelServer slow = FakeModelServer.start().always(held.of(writer));
                FakeModelServer quick = FakeModelServer.start().always(writer);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Api api = owner(slow);
            List<CompletableFuture<Answer>> all = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> generate(api), threads))
                    .limit(GenerationTurns.MAX_OF_ORGANIZATION)
                    .toList();
            await().atMost(Duration.ofSeconds(30)).until(() -> slow.received().size() == all.size());
            CompletableFuture<Answer> pipeline = CompletableFuture.supplyAsync(
                    () -> api.post("/services/generate/test_pipeline", Map.of("prompt", "A bot")), threads);

            assertThat(generate(owner(quick)).status())
                    .as("another organization")
                    .isEqualTo(200);
            Answer refused = generate(api);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(refused.text("detail")).contains("Too many generations", "8 of an organization");
            assertThat(pipeline.join().status()).isEqualTo(503);
            assertThat(slow.received()).hasSameSizeAs(all);
            held.release();
            assertThat(all).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
            assertThat(generate(api).status()).isEqualTo(200);
        }
    }

    private Api owner(FakeModelServer server) {
        Api owner = organizations.founder();
        new Runs(owner).chooseModel("generation", server.url());
        return owner;
    }

    private static Answer generate(Api api) {
        return api.post(
                "/services/generate/tests",
                Map.of("num_tests", 1, "config", Map.of("requirements", List.of("Reliability"))));
    }
}
