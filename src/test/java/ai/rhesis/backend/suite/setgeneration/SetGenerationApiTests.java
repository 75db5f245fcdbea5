package ai.rhesis.backend.suite.setgeneration;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.suite.generation.Material;
import ai.rhesis.backend.suite.generation.Produced;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.Generations;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SetGenerationApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    GenerationStore store;

    FakeModelServer server;
    FakeWriter writer = FakeWriter.faithful();
    HeldAnswers held = new HeldAnswers();
    Api owner;
    Generations generations;

    @BeforeEach
    void ownModel() {
        server = FakeModelServer.start().always(writer);
        owner = organizations.founder();
        generations = Generations.of(owner, server.url());
    }

    @AfterEach
    void stop() {
        held.release();
        server.close();
    }

    @Test
    void aSetIsThereAtOnceAndFilledBehindTheRequest() {
        server.always(held.of(writer));
        Answer started = generations.start(40, Map.of("name", "  Shop bot "));

        assertThat(started.status()).isEqualTo(200);
        assertThat(started.at("estimated_tests").asInt()).isEqualTo(40);
        Answer set = generations.set(started);
        assertThat(set.text("name")).isEqualTo("Shop bot");
        assertThat(set.text("project_id")).isEqualTo(generations.project());
        assertThat(set.text("attributes.metadata.generation.status")).isEqualTo("in_progress");
        assertThat(set.text("attributes.metadata.generation.task_id")).isEqualTo(started.text("task_id"));
        assertThat(set.at("attributes.metadata.generation.requested_tests").asInt())
                .isEqualTo(40);
        assertThat(generations.job(started).text("status")).isEqualTo("PROGRESS");
        held.release();

        Answer job = generations.await(started);

        assertThat(job.text("status")).isEqualTo("SUCCESS");
        assertThat(job.text("test_set_id")).isEqualTo(started.text("test_set_id"));
        assertThat(job.at("progress.completed").asInt()).isEqualTo(40);
        assertThat(job.at("progress.percent").asInt()).isEqualTo(100);
        Answer done = generations.set(started);
        assertThat(done.text("attributes.metadata.generation.status")).isEqualTo("completed");
        assertThat(done.at("attributes.metadata.generation.generated_tests").asInt())
                .isEqualTo(40);
        assertThat(done.at("attributes.metadata.generation.covered_cells").asInt())
                .isEqualTo(8);
        assertThat(done.at("attributes.metadata.total_tests").asInt()).isEqualTo(40);
        assertThat(done.at("attributes.metadata.topics").toString()).contains("Returns", "Payment");
        List<String> prompts = generations.prompts(started);
        assertThat(prompts).hasSize(40).doesNotHaveDuplicates();
        Answer tests = owner.get("/test_sets/" + started.text("test_set_id") + "/tests");
        assertThat(tests.text("0.project_id")).isEqualTo(generations.project());
        assertThat(tests.text("0.test_type.type_value")).isEqualTo("Single-Turn");
        assertThat(tests.text("0.test_metadata.generated_by")).isEqualTo("rhesis");
    }

    @Test
    void theStarterIsToldOfTheEnd() {
        Answer started = generations.start(5, Map.of("name", "Shop bot"));
        generations.await(started);

        Answer told = owner.get("/notifications?section=test-sets");

        assertThat(told.text("0.event_type")).isEqualTo("test_set.generation_completed");
        assertThat(told.text("0.title")).isEqualTo("\"Shop bot\" is ready");
        assertThat(told.text("0.body")).isEqualTo("5 tests were generated");
        assertThat(told.text("0.entity_id")).isEqualTo(started.text("test_set_id"));
        assertThat(told.at("0.is_failure").asBoolean(true)).isFalse();
        assertThat(owner.get("/usage").at("resources.test_generation.used").asInt())
                .isEqualTo(5);
    }

    @Test
    void conversationsAreStoredAsSuch() {
        Answer started = generations.start(6, Map.of("test_type", "multi_turn"));

        generations.await(started);

        assertThat(generations.set(started).text("test_set_type.type_value")).isEqualTo("Multi-Turn");
        Answer tests = owner.get("/test_sets/" + started.text("test_set_id") + "/tests");
        assertThat(tests.total()).isEqualTo(6);
        assertThat(tests.text("0.test_configuration.goal")).isNotBlank();
        assertThat(tests.text("0.test_type.type_value")).isEqualTo("Multi-Turn");
    }

    /// The figure of the specification: 80 % of the answers are about 3 of 30 topics.
    @Test
    void aModelWithFavouritesStillCoversTheCells() {
        List<String> topics =
                IntStream.range(0, 30).mapToObj(number -> "Topic " + number).toList();
        FakeWriter drifting = FakeWriter.drifting(0.8, topics.subList(0, 3));
        server.always(drifting);
        Answer started = generations.start(
                30,
                Map.of(
                        "config",
                        Map.of(
                                "requirements", List.of("Reliability", "Compliance", "Robustness"),
                                "categories", List.of("Harmless", "Harmful"),
                                "topics", topics)));

        generations.await(started);

        Answer set = generations.set(started);
        assertThat(set.at("attributes.metadata.generation.cells").asInt()).isEqualTo(30);
        assertThat(set.at("attributes.metadata.generation.covered_cells").asInt())
                .isGreaterThanOrEqualTo(27);
        assertThat(drifting.calls())
                .hasSize(30)
                .allSatisfy((cell, calls) -> assertThat(calls).isLessThanOrEqualTo(3));
        assertThat(generations.prompts(started)).hasSize(30).doesNotHaveDuplicates();
        assertThat(server.received()).hasSizeLessThanOrEqualTo(3 * 30);
    }

    @Test
    void whatTwoNodesWriteIsWrittenOnce() {
        server.always(held.of(writer));
        Answer started = generations.start(10, Map.of());
        UUID id = UUID.fromString(String.valueOf(started.text("task_id")));
        Tenant tenant = Organizations.tenantOf(owner.as(
                String.valueOf(owner.post("/tokens", Map.of("name", "t")).text("access_token"))));
        GenerationWork work = tenant.call(() -> store.open(id).orElseThrow());
        Produced nothing = new Produced(List.of(), work.cells(), List.of(), 1);

        assertThat(tenant.<Boolean, RuntimeException>call(() -> store.write(work, 0, nothing, Material.NONE)))
                .isTrue();
        assertThat(tenant.<Boolean, RuntimeException>call(() -> store.write(work, 0, nothing, Material.NONE)))
                .isFalse();
        held.release();

        assertThat(generations.await(started).at("progress.completed").asInt()).isEqualTo(10);
        assertThat(generations.prompts(started)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aGenerationIsCancelledWithWhatItHas() {
        server.will(ModelReply.json(Map.of("tests", List.of(Map.of("prompt", writer.text())))));
        server.always(held.of(writer));
        Answer started = generations.start(40, Map.of("batch_size", 5));
        generations.await(started, job -> job.at("progress.completed").asInt() == 1);

        Answer cancelled = owner.post("/jobs/" + started.text("task_id") + "/cancel", null);

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("status")).isEqualTo("REVOKED");
        assertThat(generations.set(started).text("attributes.metadata.generation.status"))
                .isEqualTo("failed");
        held.release();
        assertThat(owner.post("/jobs/" + started.text("task_id") + "/cancel", null)
                        .status())
                .isEqualTo(409);
        assertThat(generations.prompts(started)).hasSize(1);
        assertThat(owner.get("/notifications?section=test-sets").size()).isZero();
    }

    @Test
    void aRunIsCancelledAsAJobToo() {
        Answer unknown = owner.post("/jobs/" + UUID.randomUUID() + "/cancel", null);

        assertThat(unknown.status()).isEqualTo(404);
    }

    @Test
    void aRefusalEndsTheGenerationInTheWordsOfTheProvider() {
        server.always(question -> ModelReply.error(401, "Incorrect API key provided"));
        Answer started = generations.start(10, Map.of("name", "Shop bot"));

        Answer job = generations.await(started);

        assertThat(job.text("status")).isEqualTo("FAILURE");
        assertThat(job.text("error")).contains("Incorrect API key provided");
        assertThat(generations.set(started).text("attributes.metadata.generation.status"))
                .isEqualTo("failed");
        assertThat(generations.set(started).text("attributes.metadata.generation.error"))
                .contains("API key");
        Answer told = owner.get("/notifications?section=test-sets");
        assertThat(told.text("0.title")).isEqualTo("\"Shop bot\" could not be generated");
        assertThat(told.at("0.is_failure").asBoolean()).isTrue();
    }

    @Test
    void aModelThatAnswersRubbishIsGivenUp() {
        server.always(question -> ModelReply.text("I would rather not."));
        Answer started = generations.start(4, Map.of());

        Answer job = generations.await(started);

        assertThat(job.text("status")).isEqualTo("FAILURE");
        assertThat(job.text("error")).contains("none of the JSON objects");
        assertThat(server.received()).hasSizeLessThan(50);
    }

    @Test
    void aRateLimitAndAModelThatIsAwayAreWaitedFor() {
        server.will(ModelReply.status(429).with("Retry-After", "1"));
        Answer limited = generations.start(10, Map.of());
        assertThat(generations.await(limited).at("progress.completed").asInt()).isEqualTo(10);

        server.will(
                IntStream.range(0, 16).mapToObj(call -> ModelReply.status(503)).toArray(ModelReply[]::new));
        Answer away = generations.start(10, Map.of());
        assertThat(generations.await(away).at("progress.completed").asInt()).isEqualTo(10);
        assertThat(generations.prompts(away)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aDeletedSetGetsNoTestsAnyMore() {
        server.always(held.of(writer));
        Answer started = generations.start(10, Map.of());
        generations.awaitCall(server);

        owner.delete("/test_sets/" + started.text("test_set_id"));
        held.release();

        assertThat(owner.get("/tests").total()).isZero();
        assertThat(generations.job(started).text("status")).isEqualTo("PROGRESS");
    }

    @Test
    void theStateOfAGenerationIsNotForClientsToWrite() {
        Answer started = generations.start(5, Map.of());
        generations.await(started);
        String path = "/test_sets/" + started.text("test_set_id");

        Answer changed = owner.put(
                path,
                Map.of("attributes", Map.of("metadata", Map.of("generation", Map.of("status", "mine"), "own", 1))));

        assertThat(changed.text("attributes.metadata.generation.status")).isEqualTo("completed");
        assertThat(changed.at("attributes.metadata.own").asInt()).isEqualTo(1);
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(generations.start(0, Map.of()).badFields()).containsExactly("body.num_tests");
        assertThat(generations.start(1, Map.of("name", " ")).badFields()).containsExactly("body.name");
        assertThat(generations.start(1, Map.of("config", Map.of())).badFields())
                .containsExactly("body.config.requirements");
        assertThat(generations.start(1, Map.of("project_id", UUID.randomUUID())).badFields())
                .containsExactly("body.project_id");
        Answer without =
                owner.post("/test_sets/generate", Map.of("name", "x", "config", Map.of("requirements", List.of("R"))));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.text("detail")).contains("X-Project-Id");
        assertThat(server.received()).isEmpty();
        assertThat(owner.get("/test_sets").total()).isZero();
    }

    @Test
    void theProjectOfTheRequestWillDo() {
        Answer started = owner.with("X-Project-Id", generations.project())
                .post(
                        "/test_sets/generate",
                        Map.of("name", "x", "num_tests", 1, "config", Map.of("requirements", List.of("R"))));

        assertThat(generations.set(started).text("project_id")).isEqualTo(generations.project());
        generations.await(started);
        String other = owner.create("/projects", Map.of("name", "Other"));
        assertThat(owner.with("X-Project-Id", other)
                        .get("/jobs/" + started.text("task_id"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void othersSeeAndStopNothing() {
        server.always(held.of(writer));
        Answer started = generations.start(5, Map.of());
        Api stranger = organizations.create();

        assertThat(stranger.get("/jobs/" + started.text("task_id")).status()).isEqualTo(404);
        assertThat(stranger.post("/jobs/" + started.text("task_id") + "/cancel", null)
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/test_sets/" + started.text("test_set_id")).status())
                .isEqualTo(404);
        Api viewer = organizations.member(owner, "viewer");
        assertThat(viewer.get("/jobs/" + started.text("task_id")).status()).isEqualTo(200);
        assertThat(viewer.post("/jobs/" + started.text("task_id") + "/cancel", null)
                        .status())
                .isEqualTo(403);
        assertThat(viewer.post("/test_sets/generate", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void withoutAModelNothingIsMade() {
        Api other = organizations.create();
        String project = other.create("/projects", Map.of("name", "P"));

        Answer answer = other.post(
                "/test_sets/generate",
                Map.of("name", "x", "project_id", project, "config", Map.of("requirements", List.of("R"))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("models.generation");
        assertThat(other.get("/test_sets").total()).isZero();
    }
}
