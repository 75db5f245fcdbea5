package ai.rhesis.backend.portal.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@IntegrationTest
class ExplorerApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String tree;

    @BeforeEach
    void ownTree() {
        api = organizations.create();
        tree = "/explorer/" + api.post("/explorer/", Map.of("name", "Claims")).id();
    }

    @Test
    void aTreeIsInNoOtherList() {
        add("Claims/Water", "Is water damage covered?");
        assertThat(api.get("/explorer/?skip=0&limit=100").texts("name")).containsExactly("Claims");
        assertThat(api.get("/test_sets").total()).isZero();
        assertThat(api.get("/tests").total()).isZero();
        api.create("/test_sets", Map.of("name", "Smoke"));
        assertThat(api.get("/test_sets").texts("name")).containsExactly("Smoke");
        assertThat(api.get("/explorer").texts("name")).containsExactly("Claims");
    }

    @Test
    void aTestBringsItsTopicsIntoTheTree() {
        Answer added = add("Claims/Water", "Is water damage covered?");
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("topic")).isEqualTo("Claims/Water");
        assertThat(added.text("labeler")).isEqualTo("user");
        assertThat(api.get(tree + "/topics").texts("path")).containsExactly("Claims", "Claims/Water");
        assertThat(api.get(tree + "/topics").text("1.parent_path")).isEqualTo("Claims");
        assertThat(api.get(tree + "/topics").text("1.depth")).isEqualTo("1");
        assertThat(api.get(tree + "/tree").texts("label")).containsExactly("topic_marker", "topic_marker", "");
        assertThat(api.get(tree + "/tests/" + added.id()).json()).isEqualTo(added.json());
    }

    @Test
    void testsAreAddedAndDeletedAtOnce() {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Answer>> added = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> add("Claims/Water", "Question " + i), threads))
                    .toList();
            assertThat(added)
                    .extracting(CompletableFuture::join)
                    .extracting(Answer::status)
                    .containsOnly(201);
            assertThat(api.get(tree + "/tests").texts("id")).hasSize(16);

            List<CompletableFuture<Answer>> deleted = added.stream()
                    .map(test -> tree + "/tests/" + test.join().id())
                    .map(path -> CompletableFuture.supplyAsync(() -> api.delete(path), threads))
                    .toList();
            assertThat(deleted)
                    .extracting(CompletableFuture::join)
                    .extracting(Answer::status)
                    .containsOnly(200);
        }
        assertThat(api.get(tree + "/tests").texts("id")).isEmpty();
    }

    @Test
    void testsAreReadByTopic() {
        add("Claims", "one");
        add("Claims/Water", "two");
        add("Claimsmanship", "three");
        assertThat(api.get(tree + "/tests?topic=Claims").texts("input")).containsExactly("one", "two");
        assertThat(api.get(tree + "/tests").size()).isEqualTo(3);
    }

    @Test
    void aTestIsChanged() {
        String test = add("Claims", "one").id();
        Answer changed = api.put(
                tree + "/tests/" + test,
                Map.of("input", "two", "output", "Yes.", "label", "pass", "topic", "Fire", "model_score", 0.5));
        assertThat(changed.text("input")).isEqualTo("two");
        assertThat(changed.text("output")).isEqualTo("Yes.");
        assertThat(changed.text("label")).isEqualTo("pass");
        assertThat(changed.text("topic")).isEqualTo("Fire");
        assertThat(changed.text("model_score")).isEqualTo("0.5");
        assertThat(api.put(tree + "/tests/" + test, Map.of("label", "fail")).text("output"))
                .isEqualTo("Yes.");
        assertThat(api.put(tree + "/tests/" + test, Map.of("label", "good")).badFields())
                .containsExactly("body.label");
        assertThat(api.delete(tree + "/tests/" + test).text("deleted")).isEqualTo("true");
        assertThat(api.get(tree + "/tests").size()).isZero();
        assertThat(api.delete(tree + "/tests/" + test).status()).isEqualTo(404);
    }

    @Test
    void aTopicIsRenamedWithAllUnderIt() {
        add("Claims/Water/Pipes", "one");
        add("Claims/Water", "two");
        Answer renamed = api.put(tree + "/topics/Claims/Water", Map.of("new_name", "Rain"));
        assertThat(renamed.text("path")).isEqualTo("Claims/Rain");
        assertThat(api.get(tree + "/topics").texts("path"))
                .containsExactly("Claims", "Claims/Rain", "Claims/Rain/Pipes");
        assertThat(api.get(tree + "/tests").texts("topic")).containsExactly("Claims/Rain/Pipes", "Claims/Rain");
        assertThat(api.put(tree + "/topics/Claims/Water", Map.of("new_name", "Rain"))
                        .status())
                .isEqualTo(404);
        assertThat(api.put(tree + "/topics/Claims", Map.of("new_name", "a/b")).badFields())
                .containsExactly("body.new_name");
    }

    @Test
    void testsOfARemovedTopicMoveUp() {
        add("Claims/Water/Pipes", "one");
        add("Fire", "two");
        assertThat(api.delete(tree + "/topics/Claims/Water").text("topic_path")).isEqualTo("Claims/Water");
        assertThat(api.get(tree + "/topics").texts("path")).containsExactly("Claims", "Fire");
        assertThat(api.get(tree + "/tests").texts("topic")).containsExactly("Claims", "Fire");
        api.delete(tree + "/topics/Fire");
        assertThat(api.get(tree + "/tests").texts("topic")).containsExactly("Claims", "");
    }

    @Test
    void aTopicIsAddedOnceWithAllAboveIt() {
        Answer added = api.post(tree + "/topics", Map.of("path", "Claims/Water"));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("name")).isEqualTo("Water");
        api.post(tree + "/topics", Map.of("path", "Claims/Water"));
        assertThat(api.get(tree + "/topics").size()).isEqualTo(2);
        assertThat(api.post(tree + "/topics", Map.of("path", "Claims//Water")).badFields())
                .containsExactly("body.path");
    }

    @Test
    void aSetBecomesATreeAndATreeASet() {
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        String one = api.create("/tests", Map.of("prompt", Map.of("content", "one"), "topic", "Claims/Water"));
        String turns = api.create(
                "/tests", Map.of("test_configuration", Map.of("goal", "A refund"), "test_type", "Multi-Turn"));
        api.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(one, turns)));
        Answer imported = api.post("/explorer/import/" + set, null);
        assertThat(imported.status()).isEqualTo(201);
        assertThat(imported.text("test_set.name")).isEqualTo("Smoke (Explorer)");
        assertThat(imported.text("imported")).isEqualTo("1");
        assertThat(imported.text("skipped_test_ids.0")).isEqualTo(turns);
        String made = String.valueOf(imported.text("test_set.id"));
        assertThat(api.get("/explorer/" + made + "/topics").texts("path")).containsExactly("Claims", "Claims/Water");
        assertThat(api.get("/explorer/" + made + "/tests").texts("input")).containsExactly("one");
        assertThat(api.post("/explorer/import/" + made, null).status()).isEqualTo(400);
        Answer exported = api.post("/explorer/export/" + made, null);
        assertThat(exported.text("exported")).isEqualTo("1");
        assertThat(api.get("/test_sets").texts("name")).contains("Smoke", "Smoke (Explorer) (Exported)");
        assertThat(api.get("/tests").total()).isEqualTo(3);
        assertThat(api.post("/explorer/export/" + set, null).status()).isEqualTo(400);
    }

    @Test
    void outputsAreAskedForAndJudged() {
        try (FakeTarget target = FakeTarget.start()) {
            String endpoint = api.create(
                    "/endpoints",
                    Map.of(
                            "name", "Bot",
                            "connection_type", "REST",
                            "url",
                                    target.answering(call -> FakeTarget.Reply.output("Hello yourself"))
                                            .url(),
                            "request_mapping", Map.of("input", "{{ input }}"),
                            "response_mapping", Map.of("output", "$.output")));
            String metric = api.create(
                    "/metrics",
                    Map.of("name", "Says something", "class_name", "contains", "evaluation_prompt", "yourself"));
            api.put(tree + "/settings", Map.of("default_endpoint_id", endpoint, "metric_ids", List.of(metric)));
            Answer settings = api.get(tree + "/settings");
            assertThat(settings.text("default_endpoint.name")).isEqualTo("Bot");
            assertThat(settings.text("metrics.0.name")).isEqualTo("Says something");
            String test = add("Claims", "Hello").id();
            add("Fire", "Other");
            Answer outputs = api.post(tree + "/generate_outputs", Map.of("topic", "Claims"));
            assertThat(outputs.text("generated")).isEqualTo("1");
            assertThat(outputs.text("updated.0.test_id")).isEqualTo(test);
            assertThat(api.get(tree + "/tests/" + test).text("output")).isEqualTo("Hello yourself");
            Answer judged = api.post(tree + "/evaluate", Map.of());
            assertThat(judged.text("evaluated")).isEqualTo("1");
            assertThat(judged.text("failed.0.error")).isEqualTo("no output");
            assertThat(api.get(tree + "/tests/" + test).text("label")).isEqualTo("pass");
            assertThat(api.get(tree + "/tests/" + test).text("labeler")).isEqualTo("Says something");
            assertThat(api.post(tree + "/evaluate", Map.of("topic", "Claims")).text("skipped"))
                    .isEqualTo("1");
        }
    }

    @Test
    void selectionsAreBounded() {
        for (String path : List.of("/evaluate", "/generate_outputs")) {
            Map<String, ?> tooManyTests = Map.of("test_ids", Collections.nCopies(501, UUID.randomUUID()));
            assertThat(api.post(tree + path, tooManyTests).badFields()).containsExactly("body.test_ids");
            Map<String, ?> tooMany = Map.of("metric_names", Collections.nCopies(101, "Polite"));
            assertThat(api.post(tree + path, tooMany).badFields()).containsExactly("body.metric_names");
            Map<String, ?> tooLong = Map.of("metric_names", List.of("x".repeat(256)));
            assertThat(api.post(tree + path, tooLong).badFields()).containsExactly("body.metric_names.0");
        }
    }

    @Test
    void withoutEndpointOrMetricsThatIsSaid() {
        add("Claims", "Hello");
        assertThat(api.post(tree + "/generate_outputs", Map.of()).text("detail"))
                .contains("No endpoint specified");
        assertThat(api.post(tree + "/evaluate", Map.of()).text("detail")).contains("No metrics specified");
        assertThat(api.post(tree + "/evaluate", Map.of("metric_names", List.of("None")))
                        .text("detail"))
                .contains("does not exist");
    }

    @Test
    void treesAreDeletedWithTheirTests() {
        String test = add("Claims", "Hello").id();
        String id = tree.substring("/explorer/".length());
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        Answer deleted = api.send(
                HttpMethod.DELETE, "/explorer/bulk", Map.of("test_set_ids", List.of(id, set, UUID.randomUUID())));
        assertThat(deleted.text("deleted_ids.0")).isEqualTo(id);
        assertThat(deleted.at("not_found_ids").size()).isEqualTo(2);
        assertThat(api.get("/tests/" + test).status()).isEqualTo(410);
        assertThat(api.get(tree + "/tree").status()).isEqualTo(410);
        assertThat(api.delete("/explorer/" + set).status()).isEqualTo(400);
        assertThat(api.get("/test_sets/" + set).status()).isEqualTo(200);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String test = add("Claims", "Hello").id();
        Api other = organizations.create();
        for (String path : List.of("/tree", "/tests", "/topics", "/settings", "/tests/" + test)) {
            assertThat(other.get(tree + path).status()).as(path).isEqualTo(404);
        }
        assertThat(other.post(tree + "/tests", Map.of("input", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.put(tree + "/tests/" + test, Map.of("input", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.put(tree + "/topics/Claims", Map.of("new_name", "Theirs"))
                        .status())
                .isEqualTo(404);
        assertThat(other.delete(tree + "/topics/Claims").status()).isEqualTo(404);
        assertThat(other.delete(tree).status()).isEqualTo(404);
        for (String path : List.of("/generate_outputs", "/evaluate")) {
            assertThat(other.post(tree + path, Map.of()).status()).as(path).isEqualTo(404);
        }
        assertThat(other.get("/explorer").total()).isZero();
        assertThat(api.get(tree + "/tests").texts("input")).containsExactly("Hello");
    }

    private Answer add(String topic, String input) {
        return api.post(tree + "/tests", Map.of("topic", topic, "input", input));
    }
}
