package ai.rhesis.backend.suite.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TestCaseApiTests {

    private static final Map<String, ?> PROMPT = Map.of("content", "How do I return a parcel?");

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/tests", """
                {"name": "Return", "prompt": {"content": "How?", "expected_response": "So."}, "category": "Harmless",
                 "topic": "Parcels", "requirement": "Helpful", "priority": 2, "metadata": {"source": {"page": 7}}}
                """);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("prompt.content")).isEqualTo("How?");
        assertThat(created.text("prompt.language_code")).isEqualTo("en-US");
        assertThat(created.text("prompt.expected_response")).isEqualTo("So.");
        assertThat(created.text("prompt.id")).isEqualTo(created.text("prompt_id"));
        assertThat(created.text("test_type.type_value")).isEqualTo("Single-Turn");
        assertThat(created.text("category.name")).isEqualTo("Harmless");
        assertThat(created.text("topic.name")).isEqualTo("Parcels");
        assertThat(created.text("requirement.name")).isEqualTo("Helpful");
        assertThat(created.text("user.id")).isEqualTo(created.text("user_id"));
        assertThat(created.text("user.email")).contains("@");
        assertThat(created.text("test_metadata.source.page")).isEqualTo("7");
        assertThat(created.text("status")).isNull();
        assertThat(created.at("tags").isArray()).isTrue();
        Answer read = api.get("/tests/" + created.id());
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(api.get("/tests").json().get(0)).isEqualTo(created.json());
    }

    @Test
    void configurationMakesTestOfSeveralTurns() {
        Answer created = api.post("/tests", """
                {"test_configuration": {"goal": "Get a refund", "context": {"order": 5}, "min_turns": 3}}
                """);
        assertThat(created.text("test_type.type_value")).isEqualTo("Multi-Turn");
        assertThat(created.text("test_configuration.max_turns")).isEqualTo("10");
        assertThat(created.text("test_configuration.context.order")).isEqualTo("5");
        assertThat(created.text("test_configuration.scenario")).isEmpty();
        assertThat(created.text("prompt")).isNull();
        assertThat(api.get("/tests/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void everyBadFieldIsNamed() {
        Answer refused = api.post("/tests", """
                {"prompt": {"content": null}, "priority": 4, "category": "%s",
                 "test_configuration": {"goal": "", "max_turns": 51}}
                """.formatted("x".repeat(256)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields())
                .contains(
                        "body.prompt.content",
                        "body.priority",
                        "body.category.name",
                        "body.test_configuration.goal",
                        "body.test_configuration.max_turns");
        assertThat(api.post("/tests", """
                {"topic_id": "x", "test_metadata": 5, "category": {"id": "x"}, "test_type": 5, "prompt": [], "priority": "p"}
                """).badFields())
                .containsExactlyInAnyOrder(
                        "body.topic_id",
                        "body.test_metadata",
                        "body.category.id",
                        "body.test_type",
                        "body.prompt",
                        "body.priority");
    }

    @Test
    void testNeedsPromptOrConfiguration() {
        assertThat(api.post("/tests", Map.of("name", "n")).badFields()).containsExactly("body.prompt");
        assertThat(api.post("/tests", Map.of("prompt", PROMPT, "test_type", "Multi-Turn"))
                        .badFields())
                .containsExactly("body.test_configuration");
        assertThat(api.post("/tests", Map.of("prompt", PROMPT, "test_type", "Sideways"))
                        .badFields())
                .containsExactly("body.test_type");
        Map<String, ?> endless = Map.of("goal", "g", "min_turns", 8, "max_turns", 4);
        assertThat(api.post("/tests", Map.of("test_configuration", endless)).badFields())
                .containsExactly("body.test_configuration.min_turns");
        String id = api.create("/tests", Map.of("prompt", PROMPT));
        assertThat(api.put("/tests/" + id, "{\"prompt_id\": null}").badFields()).containsExactly("body.prompt");
        assertThat(api.put("/tests/" + id, "{\"prompt\": null}").badFields()).containsExactly("body.prompt");
    }

    @Test
    void takenIdIsAConflict() {
        String id = api.create("/tests", Map.of("prompt", PROMPT));
        Answer refused = api.post("/tests", Map.of("id", id, "prompt", PROMPT));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("existing_id")).isEqualTo(id);
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        String id = api.create(
                "/tests",
                Map.of("name", "n", "prompt", PROMPT, "category", "C", "topic", "T", "test_metadata", PROMPT));
        Answer before = api.get("/tests/" + id);
        Answer changed = api.put("/tests/" + id, "{\"category_id\": null, \"topic\": null, \"test_metadata\": null}");
        assertThat(changed.text("name")).isEqualTo("n");
        assertThat(changed.text("prompt_id")).isEqualTo(before.text("prompt_id"));
        assertThat(changed.text("test_type_id")).isEqualTo(before.text("test_type_id"));
        assertThat(changed.text("category")).isNull();
        assertThat(changed.text("category_id")).isNull();
        assertThat(changed.text("topic_id")).isNull();
        assertThat(changed.text("test_metadata")).isNull();
    }

    @Test
    void whatWasReadCanBeSentBack() {
        String id = api.create("/tests", Map.of("prompt", PROMPT, "category", "C", "test_metadata", Map.of("a", 1)));
        Answer read = api.get("/tests/" + id);
        Answer sentBack = api.put("/tests/" + id, read.json().toString());
        assertThat(sentBack.text("prompt_id")).isEqualTo(read.text("prompt_id"));
        assertThat(sentBack.text("category_id")).isEqualTo(read.text("category_id"));
        assertThat(sentBack.text("test_type_id")).isEqualTo(read.text("test_type_id"));
        assertThat(sentBack.text("test_metadata.a")).isEqualTo("1");
        String other = api.create("/categories", Map.of("name", "Other"));
        assertThat(api.put("/tests/" + id, Map.of("category_id", other, "category", read.at("category")))
                        .text("category.name"))
                .isEqualTo("Other");
    }

    @Test
    void otherWordsMakeNewPrompt() {
        String id = api.create("/tests", Map.of("prompt", PROMPT));
        String before = api.get("/tests/" + id).text("prompt_id");
        Answer same = api.put("/tests/" + id, Map.of("prompt", PROMPT));
        assertThat(same.text("prompt_id")).isEqualTo(before);
        Answer changed = api.put("/tests/" + id, Map.of("prompt", Map.of("content", "Otherwise?")));
        assertThat(changed.text("prompt_id")).isNotEqualTo(before);
        assertThat(changed.text("prompt.content")).isEqualTo("Otherwise?");
        assertThat(api.get("/prompts/" + before).text("content")).isEqualTo("How do I return a parcel?");
        assertThat(api.put("/tests/" + id, Map.of("prompt_id", String.valueOf(before)))
                        .text("prompt_id"))
                .isEqualTo(before);
    }

    @Test
    void namesAreMadeOnceHoweverManyAskAtOnce() throws Exception {
        Map<String, ?> body =
                Map.of("prompt", PROMPT, "category", "Harmful", "topic", "Bombs", "requirement", "Refuses");
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Answer>> answers = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(i -> () -> api.post("/tests", body))
                    .toList());
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        Answer tests = api.get("/tests");
        assertThat(tests.total()).isEqualTo(8);
        assertThat(tests.texts("category_id"))
                .hasSize(8)
                .containsOnly(tests.texts("category_id").getFirst());
        assertThat(api.get("/requirements").texts("name")).containsOnlyOnce("Refuses");
        assertThat(api.post("/tests", Map.of("prompt", PROMPT, "topic", "bombs"))
                        .text("topic.name"))
                .isEqualTo("Bombs");
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/tests", Map.of("name", "n", "prompt", PROMPT));
        Answer deleted = api.delete("/tests/" + id);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text("prompt.content")).isEqualTo("How do I return a parcel?");
        Answer gone = api.get("/tests/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/test/" + id + "/restore");
        assertThat(gone.text("item_name")).isEqualTo("n");
        assertThat(api.put("/tests/" + id, Map.of("name", "m")).status()).isEqualTo(410);
        assertThat(api.get("/tests").total()).isZero();
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Answer mine = api.post("/tests", Map.of("name", "mine", "prompt", PROMPT, "category", "C"));
        Api other = organizations.create();
        String path = "/tests/" + mine.id();
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.put(path, Map.of("name", "theirs")).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(other.get("/tests").total()).isZero();
        for (String field : List.of("prompt_id", "category_id", "test_type_id")) {
            assertThat(refusal(other, field, mine.at(field)).badFields()).containsExactly("body." + field);
        }
        for (String field : List.of("owner_id", "assignee_id")) {
            assertThat(refusal(other, field, mine.at("user_id")).badFields()).containsExactly("body." + field);
        }
        assertThat(refusal(other, "parent_id", mine.id()).badFields()).containsExactly("body.parent_id");
        assertThat(api.get(path).text("name")).isEqualTo("mine");
    }

    private static Answer refusal(Api api, String field, Object foreign) {
        Answer refused = api.post("/tests", Map.of("test_configuration", Map.of("goal", "g"), field, foreign));
        Answer absent = api.post("/tests", Map.of("test_configuration", Map.of("goal", "g"), field, UUID.randomUUID()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(absent.at("detail")).isEqualTo(refused.at("detail"));
        return refused;
    }

    @Test
    void ownerAndAssigneeAreNamed() {
        Answer first = api.post("/tests", Map.of("prompt", PROMPT));
        String me = String.valueOf(first.text("user_id"));
        Answer created = api.post("/tests", Map.of("prompt", PROMPT, "owner_id", me, "assignee_id", me));
        assertThat(created.text("owner.id")).isEqualTo(me);
        assertThat(created.text("assignee.email")).isEqualTo(first.text("user.email"));
    }

    @Test
    void staleChangeIsRefused() {
        String id = api.create("/tests", Map.of("prompt", PROMPT));
        String tag = String.valueOf(api.get("/tests/" + id).header("ETag"));
        Api careful = api.with("If-Match", tag);
        assertThat(careful.put("/tests/" + id, Map.of("name", "a")).status()).isEqualTo(200);
        assertThat(careful.put("/tests/" + id, Map.of("name", "b")).status()).isEqualTo(412);
    }

    @Test
    void listIsSortedAndShowsTags() {
        for (int i = 0; i < 12; i++) {
            api.create("/tests", Map.of("name", "n" + i, "prompt", PROMPT));
        }
        Answer list = api.get("/tests?sort_by=name&order=asc&limit=3&skip=1");
        assertThat(list.texts("name")).containsExactly("n1", "n10", "n11");
        assertThat(list.total()).isEqualTo(12);
        assertThat(api.get("/tests").size()).isEqualTo(12);
        String id = list.text("1.id");
        assertThat(api.post("/tags/Test/" + id, Map.of("name", "smoke")).status())
                .isEqualTo(200);
        assertThat(api.get("/tests/" + id).text("tags.0.name")).isEqualTo("smoke");
    }
}
