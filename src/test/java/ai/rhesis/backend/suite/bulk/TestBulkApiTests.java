package ai.rhesis.backend.suite.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@IntegrationTest
class TestBulkApiTests {

    private static final List<String> TABLES = List.of("tests", "prompts", "categories", "topics", "requirements");

    @Autowired
    Organizations organizations;

    @Autowired
    EntityManagerFactory entities;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/tests/bulk", """
                {"tests": [
                  {"name": "Return", "prompt": {"content": "How? 👩‍🚀 \\"ß\\"", "expected_response": "So."}, "priority": 2,
                   "category": "Harmless", "topic": {"name": " Parcels "}, "requirement": "Helpful",
                   "metadata": {"source": {"page": 7, "none": null}}},
                  {"test_configuration": {"goal": "Get a refund", "context": {"order": 5}}, "behavior": "Helpful"}]}
                """);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("success").asBoolean()).isTrue();
        assertThat(created.text("total_tests")).isEqualTo("2");
        assertThat(created.at("results").findValuesAsString("status")).containsExactly("created", "created");
        assertThat(created.text("results.1.id")).isEqualTo(created.text("ids.1"));
        Answer first = api.get("/tests/" + created.text("ids.0"));
        assertThat(first.text("name")).isEqualTo("Return");
        assertThat(first.text("prompt.content")).isEqualTo("How? 👩‍🚀 \"ß\"");
        assertThat(first.text("prompt.language_code")).isEqualTo("en-US");
        assertThat(first.text("prompt.expected_response")).isEqualTo("So.");
        assertThat(first.text("test_type.type_value")).isEqualTo("Single-Turn");
        assertThat(first.text("category.name")).isEqualTo("Harmless");
        assertThat(first.text("topic.name")).isEqualTo("Parcels");
        assertThat(first.text("priority")).isEqualTo("2");
        assertThat(first.at("test_metadata").toString()).isEqualTo("{\"source\":{\"none\":null,\"page\":7}}");
        assertThat(first.text("user.email")).contains("@");
        assertThat(first.text("nano_id")).hasSize(12);
        Answer second = api.get("/tests/" + created.text("ids.1"));
        assertThat(second.text("test_type.type_value")).isEqualTo("Multi-Turn");
        assertThat(second.text("test_configuration.context.order")).isEqualTo("5");
        assertThat(second.text("prompt")).isNull();
        assertThat(second.text("requirement_id")).isEqualTo(first.text("requirement_id"));
    }

    @Test
    void bulkMakesWhatSingleCallsMake() {
        String other = api.create("/categories", Map.of("name", "Other"));
        Map<String, ?> body = Map.of(
                "prompt",
                Map.of("content", "x", "language_code", "de"),
                "category_id",
                other,
                "test_configuration",
                Map.of("goal", "g", "min_turns", 2),
                "test_type",
                "single-turn",
                "test_metadata",
                Map.of("a", List.of(1, "2")));
        Map<String, Object> single = plain(api.post("/tests", body));
        Map<String, Object> bulk = plain(api.get("/tests/" + bulk(List.of(body)).text("ids.0")));
        assertThat(bulk).isEqualTo(single);
    }

    /// A test without what differs between any two.
    private static Map<String, Object> plain(Answer test) {
        Map<String, Object> fields = new HashMap<>();
        test.json().forEachEntry((key, value) -> fields.put(key, value.toString()));
        List.of("id", "nano_id", "created_at", "updated_at", "prompt_id").forEach(fields::remove);
        fields.put("prompt", test.text("prompt.content") + test.text("prompt.language_code"));
        return fields;
    }

    @Test
    void aThousandTestsMakeEachNameOnce() {
        List<Map<String, Object>> tests = IntStream.range(0, 1_000)
                .mapToObj(i -> test(
                        "content " + i,
                        Map.of(
                                "category", (i % 2 == 0 ? "Category " : "CATEGORY ") + i % 7,
                                "topic", "Topic " + i % 5,
                                "requirement", "Requirement " + i % 3)))
                .toList();
        Answer created = bulk(tests);
        assertThat(created.at("ids").size()).isEqualTo(1_000);
        assertThat(count("tests")).isEqualTo(1_000);
        assertThat(count("prompts")).isEqualTo(1_000);
        assertThat(count("categories")).isEqualTo(7);
        assertThat(count("topics")).isEqualTo(5);
        assertThat(count("requirements")).isEqualTo(3);
        Answer last = api.get("/tests/" + created.text("ids.999"));
        assertThat(last.text("prompt.content")).isEqualTo("content 999");
        assertThat(last.text("category.name")).isEqualToIgnoringCase("category 5");
        assertThat(last.text("topic.name")).isEqualTo("Topic 4");
        assertThat(last.text("requirement.name")).isEqualTo("Requirement 0");
    }

    @Test
    void statementsAreCountedByBatchAndNotByTest() {
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            assertThat(statementsFor(statistics, 1, "few")).isEqualTo(statementsFor(statistics, 1_000, "many"));
            assertThat(statementsFor(statistics, 3_000, "more")).isLessThan(25);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private long statementsFor(Statistics statistics, int tests, String names) {
        statistics.clear();
        bulk(IntStream.range(0, tests)
                .mapToObj(i -> test("x", Map.of("category", names + i % 50, "topic", names, "requirement", names + i)))
                .toList());
        return statistics.getPrepareStatementCount();
    }

    @Test
    void noTestsAreABadRequestAndAnEmptyPromptIsNot() {
        assertThat(api.post("/tests/bulk", Map.of("tests", List.of())).status()).isEqualTo(400);
        Answer made = api.post("/tests/bulk", Map.of("tests", List.of(Map.of("prompt", Map.of("content", "")))));
        assertThat(made.status()).isEqualTo(200);
        assertThat(api.get("/tests/" + made.text("ids.0")).text("prompt.content"))
                .isEmpty();
    }

    @Test
    void everyBadTestIsNamedAndNothingIsWritten() {
        Map<String, Long> before = counts();
        Answer refused = api.post("/tests/bulk", """
                {"tests": [
                  {"prompt": {"content": "good"}, "category": "new", "topic": "new", "requirement": "new"},
                  {"prompt": {"content": null}, "priority": 4},
                  {"name": "neither"},
                  {"prompt": {"content": "x"}, "topic_id": 5, "test_metadata": "m"},
                  7,
                  null,
                  {"prompt": {"content": "x"}, "test_type": "Sideways"},
                  {"test_configuration": {"goal": "g", "min_turns": 8, "max_turns": 4}},
                  {"prompt": {"content": "x"}, "test_type": "Multi-Turn", "status_id": "%1$s", "owner_id": "%1$s"},
                  {"prompt": {"content": "N\\u0000L"}, "metadata": {"a": ["\\ud800"]}}]}
                """.formatted(UUID.randomUUID()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields())
                .containsExactlyInAnyOrder(
                        "body.tests.1.prompt.content",
                        "body.tests.1.priority",
                        "body.tests.2.prompt",
                        "body.tests.3.topic_id",
                        "body.tests.3.test_metadata",
                        "body.tests.4",
                        "body.tests.5",
                        "body.tests.6.test_type",
                        "body.tests.7.test_configuration.min_turns",
                        "body.tests.8.test_configuration",
                        "body.tests.8.status_id",
                        "body.tests.8.owner_id",
                        "body.tests.9.prompt.content",
                        "body.tests.9.metadata.a.0");
        assertThat(refused.at("bad_rows").toString()).isEqualTo("[1,2,3,4,5,6,7,8,9]");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void namedFaultsAreBoundedButAllBadTestsAreListed() {
        Answer refused = api.post(
                "/tests/bulk", Map.of("tests", Collections.nCopies(300, Map.of("name", "neither prompt nor goal"))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("detail").size()).isEqualTo(100);
        assertThat(refused.at("bad_rows").size()).isEqualTo(300);
    }

    @Test
    void partialKeepsTheGoodTests() {
        Answer answer = api.post(
                "/tests/bulk?partial=true",
                Map.of(
                        "tests",
                        List.of(
                                test("first", Map.of("category", "C")),
                                test("second", Map.of("priority", 9, "category", "unused")),
                                test("third", Map.of("topic_id", UUID.randomUUID())),
                                test("fourth", Map.of("category", "c")))));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("success").asBoolean()).isFalse();
        assertThat(answer.text("total_tests")).isEqualTo("2");
        assertThat(answer.at("results").findValuesAsString("status"))
                .containsExactly("created", "error", "error", "created");
        assertThat(answer.text("results.1.error")).startsWith("priority: ");
        assertThat(answer.text("results.1.detail.0.loc.1")).isEqualTo("priority");
        assertThat(answer.text("results.2.error")).startsWith("topic_id: ");
        assertThat(answer.at("results.0.error").isMissingNode()).isTrue();
        assertThat(answer.text("results.3.id")).isEqualTo(answer.text("ids.1"));
        assertThat(api.get("/tests").total()).isEqualTo(2);
        assertThat(api.get("/categories").texts("name")).containsExactly("C");
    }

    @Test
    void dryRunChecksEverythingAndWritesNothing() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        String tag = api.get("/test_sets/" + set).header("ETag");
        Map<String, Long> before = counts();
        List<?> tests = List.of(test("x", Map.of("category", "c", "topic", "t", "requirement", "r")));
        Answer dry = api.post("/tests/bulk?dry_run=true", Map.of("tests", tests, "test_set_id", set));
        assertThat(dry.status()).isEqualTo(200);
        assertThat(dry.text("results.0.status")).isEqualTo("created");
        assertThat(dry.text("results.0.id")).isNull();
        assertThat(dry.text("message")).contains("Nothing was written");
        assertThat(dry.at("ids").isEmpty()).isTrue();
        assertThat(api.post("/tests/bulk?dry_run=true", Map.of("tests", List.of(test("x", Map.of("priority", 9)))))
                        .badFields())
                .containsExactly("body.tests.0.priority");
        assertThat(counts()).isEqualTo(before);
        assertThat(api.get("/test_sets/" + set).header("ETag")).isEqualTo(tag);
    }

    @Test
    void setHoldsTheTestsInOrderAfterItsOwn() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        String held = api.create("/tests", test("held", Map.of()));
        api.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(held)));
        String tag = api.get("/test_sets/" + set).header("ETag");
        List<?> tests = IntStream.range(0, 120)
                .mapToObj(i -> test("x", Map.of("name", "test " + i)))
                .toList();
        Answer created = api.post("/tests/bulk", Map.of("tests", tests, "test_set_id", set));
        assertThat(created.status()).isEqualTo(200);
        Answer content = api.get("/test_sets/" + set + "/tests");
        assertThat(content.total()).isEqualTo(121);
        assertThat(content.texts("id").getFirst()).isEqualTo(held);
        assertThat(content.texts("name").subList(1, 100))
                .containsExactlyElementsOf(
                        IntStream.range(0, 99).mapToObj(i -> "test " + i).toList());
        assertThat(api.get("/test_sets/" + set).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void unknownSetIsNamedAndNothingIsWritten() {
        Api other = organizations.create();
        String deleted = api.create("/test_sets", Map.of("name", "n"));
        api.delete("/test_sets/" + deleted);
        List<String> details = new ArrayList<>();
        for (Object set : List.of(UUID.randomUUID(), other.create("/test_sets", Map.of("name", "n")), deleted)) {
            Answer refused = api.post("/tests/bulk", Map.of("tests", List.of(test("x", Map.of())), "test_set_id", set));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.badFields()).containsExactly("body.test_set_id");
            details.add(refused.at("detail").toString());
        }
        assertThat(details).containsOnly(details.getFirst());
        assertThat(api.get("/tests").total()).isZero();
    }

    @Test
    void sendingAgainChangesNothing() {
        String set = api.create("/test_sets", Map.of("name", "n"));
        String id = UUID.randomUUID().toString();
        Map<String, ?> body = Map.of("tests", List.of(test("x", Map.of("id", id))), "test_set_id", set);
        assertThat(api.post("/tests/bulk", body).text("ids.0")).isEqualTo(id);
        Map<String, Long> before = counts();
        Answer again = api.post("/tests/bulk", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("results.0.status")).isEqualTo("unchanged");
        assertThat(again.text("ids.0")).isEqualTo(id);
        assertThat(again.text("total_tests")).isEqualTo("1");
        assertThat(counts()).isEqualTo(before);
        assertThat(api.get("/test_sets/" + set + "/tests").total()).isEqualTo(1);
    }

    @Test
    void idOfADeletedTestAndARepeatedIdAreNamed() {
        String deleted = api.create("/tests", test("x", Map.of()));
        api.delete("/tests/" + deleted);
        UUID twice = UUID.randomUUID();
        Answer refused = bulk(List.of(
                test("x", Map.of("id", deleted)), test("x", Map.of("id", twice)), test("x", Map.of("id", twice))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body.tests.0.id", "body.tests.2.id");
        assertThat(refused.text("detail.0.msg")).contains("deleted");
    }

    @Test
    void idOfAnotherOrganizationIsFree() {
        Api other = organizations.create();
        String theirs = other.create("/tests", test("theirs", Map.of()));
        Answer created = bulk(List.of(test("mine", Map.of("id", theirs))));
        assertThat(created.text("results.0.status")).isEqualTo("created");
        assertThat(other.get("/tests/" + theirs).text("prompt.content")).isEqualTo("theirs");
    }

    @Test
    void foreignReferencesAreRefusedLikeAbsentAndDeletedOnes() {
        Answer theirs = organizations
                .create()
                .post("/tests", test("x", Map.of("category", "c", "topic", "t", "requirement", "r")));
        Answer mine = api.post("/tests", test("x", Map.of("category", "c", "topic", "t", "requirement", "r")));
        for (String field : List.of("prompt_id", "category_id", "topic_id", "requirement_id", "test_type_id")) {
            assertRefused(field, theirs.at(field).asString());
            assertThat(bulk(List.of(test("x", Map.of(field, mine.at(field))))).status())
                    .isEqualTo(200);
        }
        for (String field : List.of("owner_id", "assignee_id")) {
            assertRefused(field, theirs.at("user_id").asString());
            assertThat(bulk(List.of(test("x", Map.of(field, mine.at("user_id")))))
                            .status())
                    .isEqualTo(200);
        }
        assertRefused("parent_id", theirs.id());
        api.delete("/categories/" + mine.text("category_id"));
        assertRefused("category_id", String.valueOf(mine.text("category_id")));
    }

    private void assertRefused(String field, String id) {
        Answer refused = bulk(List.of(test("x", Map.of(field, id))));
        Answer absent = bulk(List.of(test("x", Map.of(field, UUID.randomUUID()))));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body.tests.0." + field);
        assertThat(absent.at("detail")).isEqualTo(refused.at("detail"));
    }

    @Test
    void bodyThatIsNoListOfTestsIsRefused() {
        assertThat(api.post("/tests/bulk", "{}").badFields()).containsExactly("body.tests");
        assertThat(api.post("/tests/bulk", "{\"tests\": 5, \"test_set_id\": \"x\"}")
                        .badFields())
                .containsExactlyInAnyOrder("body.tests", "body.test_set_id");
        assertThat(api.post("/tests/bulk", "{\"tests\": []}").text("field")).isEqualTo("tests");
        assertThat(api.post("/tests/bulk", "[]").badFields()).containsExactly("body");
        assertThat(api.post("/tests/bulk", "{\"tests\": []} {}").status()).isEqualTo(422);
        Answer broken = api.post("/tests/bulk", "{\"tests\": [{\"prompt\": {\"content\": \"x\"}},\n {]}");
        assertThat(broken.status()).isEqualTo(422);
        assertThat(broken.text("detail.0.msg")).contains("line 2");
        assertThat(api.get("/tests").total()).isZero();
    }

    @Test
    void tooManyTestsAreRefused() {
        Answer refused = bulk(Collections.nCopies(10_001, test("x", Map.of())));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body.tests");
        assertThat(refused.text("detail.0.msg")).contains("10000");
        assertThat(api.get("/tests").total()).isZero();
    }

    @Test
    void concurrentCallsWithTheSameNewNamesAllSucceed() throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int call = 0; call < 8; call++) {
            List<Map<String, Object>> tests = new ArrayList<>(IntStream.range(0, 200)
                    .mapToObj(i -> test(
                            "x", Map.of("category", "c" + i % 40, "topic", "t" + i % 40, "requirement", "r" + i % 40)))
                    .toList());
            Collections.shuffle(tests);
            calls.add(() -> bulk(tests));
        }
        calls.add(() -> api.post("/tests", test("x", Map.of("category", "c39", "topic", "t0", "requirement", "r5"))));
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Answer> answer : threads.invokeAll(calls)) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }
        assertThat(count("tests")).isEqualTo(1_601);
        assertThat(count("categories")).isEqualTo(40);
        assertThat(count("topics")).isEqualTo(40);
        assertThat(count("requirements")).isEqualTo(40);
    }

    @Test
    void deletedAreGoneAndOthersAreNotFound() {
        List<String> ids = bulk(List.of(test("a", Map.of()), test("b", Map.of()), test("c", Map.of())))
                .at("ids")
                .valueStream()
                .map(id -> id.asString())
                .toList();
        String tag = api.get("/tests/" + ids.get(1)).header("ETag");
        String foreign = organizations.create().create("/tests", test("x", Map.of()));
        String absent = UUID.randomUUID().toString();
        Answer deleted = delete(List.of(ids.get(2), foreign, ids.get(0), absent, ids.get(0)));
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.at("deleted_ids").toString()).isEqualTo("[\"" + ids.get(2) + "\",\"" + ids.get(0) + "\"]");
        assertThat(deleted.at("not_found_ids").toString()).isEqualTo("[\"" + foreign + "\",\"" + absent + "\"]");
        assertThat(api.get("/tests").texts("id")).containsExactly(ids.get(1));
        assertThat(api.get("/tests/" + ids.get(1)).header("ETag")).isEqualTo(tag);
        assertThat(api.get("/tests/" + ids.get(0)).status()).isEqualTo(410);
        assertThat(delete(List.of(ids.get(0))).at("not_found_ids").size()).isEqualTo(1);
        Answer restored = api.post("/recycle/test/" + ids.get(0) + "/restore", null);
        assertThat(restored.header("ETag")).startsWith("\"2.");
        assertThat(delete(Collections.nCopies(10_001, absent)).badFields()).containsExactly("body.test_ids");
        assertThat(delete(List.of()).badFields()).containsExactly("body.test_ids");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Answer mine = bulk(List.of(test("mine", Map.of("category", "C"))));
        Api other = organizations.create();
        assertThat(other.get("/tests").total()).isZero();
        assertThat(other.get("/prompts").total()).isZero();
        Answer deleted = other.send(HttpMethod.DELETE, "/tests/bulk", Map.of("test_ids", List.of(mine.at("ids.0"))));
        assertThat(deleted.at("not_found_ids").size()).isEqualTo(1);
        assertThat(api.get("/tests").total()).isEqualTo(1);
        other.post("/tests/bulk", Map.of("tests", List.of(test("theirs", Map.of("category", "C")))));
        assertThat(api.get("/categories").total()).isEqualTo(1);
        assertThat(other.get("/categories").texts("id"))
                .doesNotContainAnyElementsOf(api.get("/categories").texts("id"));
    }

    private Answer bulk(List<?> tests) {
        return api.post("/tests/bulk", Map.of("tests", tests));
    }

    private Answer delete(List<String> ids) {
        return api.send(HttpMethod.DELETE, "/tests/bulk", Map.of("test_ids", ids));
    }

    private static Map<String, Object> test(String content, Map<String, ?> more) {
        Map<String, Object> test = new HashMap<>(more);
        if (!more.containsKey("prompt_id")) {
            test.put("prompt", Map.of("content", content));
        }
        return test;
    }

    private long count(String table) {
        return api.get("/" + table + "?limit=1").total();
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        TABLES.forEach(table -> counts.put(table, count(table)));
        return counts;
    }
}
