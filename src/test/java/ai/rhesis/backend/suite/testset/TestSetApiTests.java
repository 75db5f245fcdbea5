package ai.rhesis.backend.suite.testset;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
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
class TestSetApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/test_sets", """
                {"name": "Größte Fälle", "short_description": "s", "priority": 1, "tags": ["a", {"name": "b"}],
                 "attributes": {"origin": "import", "metadata": {"total_tests": 99, "license": "MIT"}}}
                """);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("slug")).isEqualTo("grosste-falle");
        assertThat(created.text("test_set_type.type_value")).isEqualTo("Single-Turn");
        assertThat(created.at("tags").findValuesAsString("name")).containsExactly("a", "b");
        assertThat(created.text("user.id")).isEqualTo(created.text("user_id"));
        assertThat(created.text("attributes.origin")).isEqualTo("import");
        assertThat(created.text("attributes.metadata.license")).isEqualTo("MIT");
        assertThat(created.text("attributes.metadata.total_tests")).isEqualTo("0");
        assertThat(api.get("/test_sets/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/test_sets").json().get(0)).isEqualTo(created.json());
    }

    @Test
    void testsAreSortedByTheNamesOfWhatTheyLinkTo() {
        String set = api.create(
                "/test_sets/bulk",
                Map.of(
                        "name",
                        "Sorted",
                        "test_set_type",
                        "Single-Turn",
                        "tests",
                        List.of(
                                Map.of("prompt", Map.of("content", "1"), "topic", "Returns"),
                                Map.of("prompt", Map.of("content", "2"), "topic", "Payment"))));

        for (String topic : List.of("topic", "topic.name")) {
            Answer tests = api.get("/test_sets/" + set + "/tests?sort_by=" + topic + "&sort_order=asc");
            assertThat(tests.status()).isEqualTo(200);
            assertThat(tests.text("0.topic.name")).isEqualTo("Payment");
            assertThat(tests.text("1.topic.name")).isEqualTo("Returns");
        }
        assertThat(api.get("/test_sets/" + set + "/tests?sort_by=test_type").status())
                .isEqualTo(400);
    }

    @Test
    void nanoIdAndSlugAreIdsToo() {
        Answer created = api.post("/test_sets", Map.of("name", "Smoke", "slug", "smoke-1"));
        assertThat(api.get("/test_sets/smoke-1").id()).isEqualTo(created.id());
        assertThat(api.get("/test_sets/" + created.text("nano_id")).id()).isEqualTo(created.id());
        assertThat(api.put("/test_sets/smoke-1", Map.of("description", "d")).text("description"))
                .isEqualTo("d");
        assertThat(api.get("/test_sets/smoke-1/tests").total()).isZero();
        assertThat(api.get("/test_sets/no-such-set").status()).isEqualTo(404);
        assertThat(api.get("/test_sets/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.get("/test_sets/" + "x".repeat(36)).status()).isEqualTo(404);
        assertThat(api.delete("/test_sets/smoke-1").status()).isEqualTo(200);
        assertThat(api.get("/test_sets/smoke-1").status()).isEqualTo(410);
        assertThat(api.create("/test_sets", Map.of("name", "Smoke", "slug", "smoke-1")))
                .isNotEqualTo(created.id());
        assertThat(api.get("/test_sets/smoke-1").status()).isEqualTo(200);
    }

    @Test
    void everyBadFieldIsNamed() {
        assertThat(api.post("/test_sets", Map.of("slug", "A b", "priority", -1, "tags", List.of("x".repeat(256))))
                        .badFields())
                .containsExactlyInAnyOrder("body.name", "body.slug", "body.priority", "body.tags.0.name");
        assertThat(api.post("/test_sets", Map.of("name", "n", "test_set_type", "None"))
                        .badFields())
                .containsExactly("body.test_set_type");
        assertThat(api.post("/test_sets", Map.of("name", "n", "tags", List.of(Map.of("id", UUID.randomUUID()))))
                        .badFields())
                .containsExactly("body.tags");
        String id = api.create("/test_sets", Map.of("name", "n"));
        assertThat(api.post("/test_sets/" + id + "/associate", Map.of()).badFields())
                .containsExactly("body.test_ids");
        List<UUID> tooMany =
                IntStream.range(0, 10_001).mapToObj(i -> UUID.randomUUID()).toList();
        assertThat(api.post("/test_sets/" + id + "/associate", Map.of("test_ids", tooMany))
                        .badFields())
                .containsExactly("body.test_ids");
    }

    @Test
    void namesAreSharedAndSlugsAreNot() {
        String id = api.create("/test_sets", Map.of("name", "Smoke tests"));
        Answer sameName = api.post("/test_sets", Map.of("name", "SMOKE TESTS"));
        assertThat(sameName.status()).isEqualTo(200);
        assertThat(sameName.id()).isNotEqualTo(id);
        assertThat(sameName.text("slug")).isEqualTo("smoke-tests-2");
        Answer sameSlug = api.post("/test_sets", Map.of("name", "Other", "slug", "smoke-tests"));
        assertThat(sameSlug.status()).isEqualTo(409);
        assertThat(sameSlug.text("field")).isEqualTo("slug");
        assertThat(sameSlug.text("existing_id")).isEqualTo(id);
        String other = api.create("/test_sets", Map.of("name", "Other"));
        assertThat(api.put("/test_sets/" + other, Map.of("name", "Smoke tests", "tags", List.of("new")))
                        .text("slug"))
                .isEqualTo("other");
        assertThat(api.post("/test_sets", Map.of("name", "Smoke - tests!")).text("slug"))
                .isEqualTo("smoke-tests-3");
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        String id = api.create(
                "/test_sets",
                Map.of("name", "n", "description", "d", "tags", List.of("a", "b"), "attributes", Map.of("k", 1)));
        Answer changed = api.put("/test_sets/" + id, "{\"description\": null, \"name\": \"m\"}");
        assertThat(changed.text("description")).isNull();
        assertThat(changed.at("tags").findValuesAsString("name")).containsExactly("a", "b");
        assertThat(changed.text("attributes.k")).isEqualTo("1");
        Answer retagged = api.put("/test_sets/" + id, Map.of("tags", List.of("b", "c")));
        assertThat(retagged.at("tags").findValuesAsString("name")).containsExactly("b", "c");
        assertThat(retagged.header("ETag")).isNotEqualTo(changed.header("ETag"));
        assertThat(api.put("/test_sets/" + id, "{\"tags\": null}").at("tags").isEmpty())
                .isTrue();
    }

    @Test
    void setKeepsItsOrder() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        List<String> ids = tests(4);
        associate(set, List.of(ids.get(2), ids.get(0), ids.get(2)));
        associate(set, List.of(ids.get(3), ids.get(0), ids.get(1)));
        assertThat(api.get("/test_sets/" + set + "/tests").texts("id"))
                .containsExactly(ids.get(2), ids.get(0), ids.get(3), ids.get(1));
        assertThat(api.get("/test_sets/" + set + "/tests?order_by=name&order=desc&limit=3")
                        .texts("name"))
                .containsExactly("test 3", "test 2", "test 1");
        assertThat(api.get("/test_sets/" + set + "/tests?limit=1").total()).isEqualTo(4);
    }

    @Test
    void associatingTwiceChangesNothing() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        List<String> ids = tests(2);
        Answer first = associate(set, ids);
        assertThat(first.at("success").asBoolean()).isTrue();
        assertThat(first.text("total_tests")).isEqualTo("2");
        String tag = api.get("/test_sets/" + set).header("ETag");
        Answer second = associate(set, ids);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("total_tests")).isEqualTo("2");
        assertThat(second.text("message")).contains("already");
        assertThat(api.get("/test_sets/" + set).header("ETag")).isEqualTo(tag);
    }

    @Test
    void disassociateTakesTestsOut() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        List<String> ids = tests(3);
        associate(set, ids);
        Map<String, ?> two = Map.of("test_ids", List.of(ids.get(0), ids.get(2), UUID.randomUUID()));
        Answer removed = api.post("/test_sets/" + set + "/disassociate", two);
        assertThat(removed.text("removed_associations")).isEqualTo("2");
        assertThat(removed.text("total_tests")).isEqualTo("1");
        assertThat(api.post("/test_sets/" + set + "/disassociate", two).text("removed_associations"))
                .isEqualTo("0");
        associate(set, ids);
        assertThat(api.get("/test_sets/" + set + "/tests").texts("id"))
                .containsExactly(ids.get(1), ids.get(0), ids.get(2));
    }

    @Test
    void unknownTestsAreNamedAndNothingChanges() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        String mine = tests(1).getFirst();
        String deleted = tests(1).getFirst();
        api.delete("/tests/" + deleted);
        Api other = organizations.create();
        String foreign = other.create("/tests", Map.of("prompt", Map.of("content", "x")));
        String absent = UUID.randomUUID().toString();
        Answer refused = associate(set, List.of(mine, foreign, absent, deleted));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body.test_ids.1", "body.test_ids.2", "body.test_ids.3");
        assertThat(refused.text("detail.0.msg")).isEqualTo(refused.text("detail.1.msg"));
        assertThat(refused.at("not_found_ids").size()).isEqualTo(3);
        assertThat(api.get("/test_sets/" + set + "/tests").total()).isZero();
        assertThat(other.get("/tests/" + foreign + "/test_sets").total()).isZero();
    }

    @Test
    void countsFollowTheTests() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        String first = api.create(
                "/tests", Map.of("prompt", Map.of("content", "x"), "category", "B", "topic", "T", "requirement", "R"));
        String second = api.create("/tests", Map.of("prompt", Map.of("content", "x"), "category", "A"));
        String third = api.create("/tests", Map.of("prompt", Map.of("content", "x"), "category", "A"));
        assertThat(associate(set, List.of(first, second, third)).text("metadata.total_tests"))
                .isEqualTo("3");
        Answer full = api.get("/test_sets/" + set);
        assertThat(full.at("attributes.metadata").toString())
                .isEqualTo(
                        "{\"total_tests\":3,\"categories\":[\"A\",\"B\"],\"topics\":[\"T\"],\"requirements\":[\"R\"]}");
        api.delete("/tests/" + first);
        Answer less = api.get("/test_sets/" + set);
        assertThat(less.at("attributes.metadata").toString())
                .isEqualTo("{\"total_tests\":2,\"categories\":[\"A\"],\"topics\":[],\"requirements\":[]}");
        assertThat(api.get("/test_sets/" + set + "/tests").total()).isEqualTo(2);
        assertThat(api.put("/test_sets/" + set, full.json().toString()).text("attributes.metadata.total_tests"))
                .isEqualTo("2");
    }

    @Test
    void testKnowsTheSetsThatHoldIt() {
        String test = tests(1).getFirst();
        String held = api.create("/test_sets", Map.of("name", "held"));
        String deleted = api.create("/test_sets", Map.of("name", "deleted"));
        api.create("/test_sets", Map.of("name", "empty"));
        associate(held, List.of(test));
        associate(deleted, List.of(test));
        api.delete("/test_sets/" + deleted);
        Answer sets = api.get("/tests/" + test + "/test_sets");
        assertThat(sets.texts("name")).containsExactly("held");
        assertThat(sets.total()).isEqualTo(1);
        assertThat(api.get("/tests/" + UUID.randomUUID() + "/test_sets").status())
                .isEqualTo(404);
        api.delete("/tests/" + test);
        assertThat(api.get("/tests/" + test + "/test_sets").status()).isEqualTo(410);
    }

    @Test
    void concurrentAssociatesLoseNothing() throws Exception {
        String set = api.create("/test_sets", Map.of("name", "n"));
        List<String> ids = tests(18);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                List<String> three = ids.subList(i, i + 3);
                calls.add(() -> associate(set, three));
            }
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        Answer held = api.get("/test_sets/" + set + "/tests");
        assertThat(held.texts("id")).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(held.total()).isEqualTo(18);
        assertThat(api.get("/test_sets/" + set).text("attributes.metadata.total_tests"))
                .isEqualTo("18");
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/test_sets", Map.of("name", "n"));
        assertThat(api.delete("/test_sets/" + id).text("name")).isEqualTo("n");
        Answer gone = api.get("/test_sets/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/test_set/" + id + "/restore");
        assertThat(api.get("/test_sets/" + id + "/tests").status()).isEqualTo(410);
        assertThat(associate(id, tests(1)).status()).isEqualTo(410);
        assertThat(api.get("/test_sets").total()).isZero();
    }

    @Test
    void restoredSetHoldsItsTestsAgain() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        List<String> ids = tests(2);
        associate(set, ids);
        api.delete("/tests/" + ids.getFirst());
        api.delete("/test_sets/" + set);
        assertThat(api.get("/recycle/test_set").text("items.0.attributes.metadata.total_tests"))
                .isEqualTo("1");
        assertThat(api.get("/recycle/test").text("items.0.id")).isEqualTo(ids.getFirst());
        assertThat(api.post("/recycle/test/" + ids.getFirst() + "/restore", null)
                        .text("item.prompt.content"))
                .isEqualTo("x");
        assertThat(api.post("/recycle/test_set/" + set + "/restore", null).text("item.attributes.metadata.total_tests"))
                .isEqualTo("2");
        assertThat(api.get("/test_sets/" + set + "/tests").texts("id")).containsExactlyElementsOf(ids);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Answer mine = api.post("/test_sets", Map.of("name", "mine", "slug", "mine"));
        String test = tests(1).getFirst();
        associate(mine.id(), List.of(test));
        Api other = organizations.create();
        for (String key : List.of(mine.id(), "mine", String.valueOf(mine.text("nano_id")))) {
            String path = "/test_sets/" + key;
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(other.put(path, Map.of("name", "theirs")).status()).isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
            assertThat(other.get(path + "/tests").status()).isEqualTo(404);
            assertThat(other.post(path + "/associate", Map.of("test_ids", List.of(test)))
                            .status())
                    .isEqualTo(404);
            assertThat(other.post(path + "/disassociate", Map.of("test_ids", List.of(test)))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(other.post("/test_sets", Map.of("name", "x", "owner_id", String.valueOf(mine.text("user_id"))))
                        .badFields())
                .containsExactly("body.owner_id");
        assertThat(other.create("/test_sets", Map.of("name", "mine", "slug", "mine")))
                .isNotEqualTo(mine.id());
        assertThat(api.get("/test_sets/mine/tests").total()).isEqualTo(1);
    }

    private Answer associate(String set, List<String> ids) {
        return api.post("/test_sets/" + set + "/associate", Map.of("test_ids", ids));
    }

    private List<String> tests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> api.create("/tests", Map.of("name", "test " + i, "prompt", Map.of("content", "x"))))
                .toList();
    }
}
