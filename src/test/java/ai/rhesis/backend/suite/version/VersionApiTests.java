package ai.rhesis.backend.suite.version;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class VersionApiTests {

    private static final String HASH_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    // computed by a program in another language: "Hello" and "Bye", both with requirement "Polite", "en-US"
    private static final String HASH_OF_TWO = "bcbb08fba7fc01033676d652867adf2b93c447b985b30d6713098b62bb8207ee";

    @Autowired
    Organizations organizations;

    @Autowired
    VersionService versions;

    @Autowired
    TransactionTemplate transactions;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void versionIsMadeOnceUntilATestChanges() {
        String set = set("Hello", "Bye");
        Answer first = api.post(versions(set), Map.of("description", "the first"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("number")).isEqualTo("1");
        assertThat(first.text("hash")).isEqualTo(HASH_OF_TWO);
        assertThat(first.text("tests")).isEqualTo("2");
        assertThat(first.text("description")).isEqualTo("the first");

        Answer again = api.post(versions(set), null);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.id()).isEqualTo(first.id());

        add(set, "Later");
        Answer second = api.post(versions(set), Map.of("label", "v-two"));
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text("added")).isEqualTo("1");
        assertThat(api.get(versions(set)).texts("number")).containsExactly("2", "1");
        for (String key : List.of("2", "v-two", String.valueOf(second.text("hash")))) {
            assertThat(api.get(versions(set) + "/" + key).json()).isEqualTo(second.json());
        }
    }

    @Test
    void equalSetsOfTwoOrganizationsHaveEqualHashes() {
        Api others = organizations.create();
        String mine = set("Hello", "Bye");
        String theirs = set(others, "Hello", "Bye");
        assertThat(make(others, theirs).text("hash")).isEqualTo(make(api, mine).text("hash"));
    }

    @Test
    void appendedTestsHashAsThoseOfASetMadeAtOnce() {
        String grown = set("Hello");
        make(api, grown);
        add(grown, "Bye");
        String whole = set("Hello", "Bye");
        assertThat(make(api, grown).text("hash")).isEqualTo(make(api, whole).text("hash"));
    }

    @Test
    void emptySetHasTheHashOfNothing() {
        String set = api.create("/test_sets", Map.of("name", "Empty"));
        assertThat(make(api, set).text("hash")).isEqualTo(HASH_OF_NOTHING);
    }

    @Test
    void everyChangeOfWhatATestSaysMakesAVersion() {
        String set = set("Hello");
        String test = tests(set).getFirst();
        make(api, set);
        Answer whole = api.get("/tests/" + test);
        requireNewVersion(set, () -> api.put("/tests/" + test, Map.of("category", "Refusals")));
        String category = String.valueOf(api.get("/tests/" + test).text("category_id"));
        requireNewVersion(set, () -> api.put("/categories/" + category, Map.of("name", "Denials")));
        requireNewVersion(set, () -> api.delete("/categories/" + category));
        requireNewVersion(set, () -> api.put("/prompts/" + whole.text("prompt_id"), Map.of("content", "Hello there")));
        requireNewVersion(set, () -> api.put("/tests/" + test, Map.of("topic", "Greetings")));
        String topic = String.valueOf(api.get("/tests/" + test).text("topic_id"));
        requireNewVersion(set, () -> api.put("/topics/" + topic, Map.of("name", "Salutations")));
        String requirement = String.valueOf(whole.text("requirement_id"));
        requireNewVersion(set, () -> api.put("/requirements/" + requirement, Map.of("name", "Kind")));
        requireNewVersion(set, () -> api.put("/tests/" + test, Map.of("test_metadata", Map.of("a", 1))));
        requireNewVersion(
                set,
                () -> api.upload("/files?entity_type=Test&entity_id=" + test, Map.of("a.txt", "Hello".getBytes())));
        requireNewVersion(set, () -> api.delete("/tests/" + test));
    }

    @Test
    void whatATestDoesNotSayMakesNone() {
        String set = set("Hello");
        String test = tests(set).getFirst();
        Answer before = make(api, set);
        api.put("/tests/" + test, Map.of("name", "other", "priority", 2));
        api.put("/test_sets/" + set, Map.of("description", "other"));
        assertThat(api.post(versions(set), null).id()).isEqualTo(before.id());
    }

    @Test
    void renamingIsSeenFromAnotherProjectToo() {
        String project = api.create("/projects", Map.of("name", "Bot"));
        String elsewhere = api.create("/projects", Map.of("name", "Other"));
        Api inside = api.with("X-Project-Id", project);
        String set = set(inside, "Hello");
        Answer before = make(inside, set);
        String requirement =
                String.valueOf(inside.get("/test_sets/" + set + "/tests").text("0.requirement_id"));
        api.with("X-Project-Id", elsewhere).put("/requirements/" + requirement, Map.of("name", "Kind"));
        Answer after = make(inside, set);
        assertThat(after.text("number")).isEqualTo("2");
        assertThat(after.text("hash")).isNotEqualTo(before.text("hash"));
    }

    @Test
    void testsOfAnOldVersionStayAsTheyWere() {
        String set = set("Hello", "Bye", "Later");
        List<String> ids = tests(set);
        make(api, set);
        api.put("/tests/" + ids.get(1), Map.of("prompt", Map.of("content", "Farewell")));
        api.post("/test_sets/" + set + "/disassociate", Map.of("test_ids", List.of(ids.getFirst())));
        make(api, set);

        Answer old = api.get(versions(set) + "/1/tests?limit=2");
        assertThat(old.total()).isEqualTo(3);
        assertThat(old.texts("prompt")).containsExactly("Hello", "Bye");
        assertThat(old.text("0.test_id")).isEqualTo(ids.getFirst());
        String next = String.valueOf(old.header("Link")).replaceFirst("<([^>]*)>.*", "$1");
        assertThat(api.get(next).texts("prompt")).containsExactly("Later");
        assertThat(api.get(versions(set) + "/2/tests").texts("prompt")).containsExactly("Farewell", "Later");
    }

    @Test
    void diffNamesWhatCameWentChangedAndMoved() {
        String set = set("Hello", "Bye", "Later");
        List<String> ids = tests(set);
        make(api, set);
        api.put("/tests/" + ids.get(1), Map.of("prompt", Map.of("content", "Farewell"), "category", "Ends"));
        api.post("/test_sets/" + set + "/disassociate", Map.of("test_ids", List.of(ids.get(0), ids.get(2))));
        String added = add(set, "New");
        api.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(ids.get(2))));
        make(api, set);

        Answer diff = api.get(versions(set) + "/1/diff/2");
        assertThat(diff.at("added")).hasSize(1);
        assertThat(diff.text("added.0")).isEqualTo(added);
        assertThat(diff.text("removed.0")).isEqualTo(ids.getFirst());
        assertThat(diff.text("moved.0")).isEqualTo(ids.get(2));
        assertThat(diff.text("changed.0.test_id")).isEqualTo(ids.get(1));
        assertThat(diff.text("changed.0.fields.prompt.before")).isEqualTo("Bye");
        assertThat(diff.text("changed.0.fields.prompt.after")).isEqualTo("Farewell");
        assertThat(diff.at("changed.0.fields.category.before").isNull()).isTrue();
        assertThat(diff.at("changed.0.fields")).hasSize(2);
        assertThat(api.get(versions(set) + "/2/diff/1").text("removed.0")).isEqualTo(added);
        assertThat(api.get(versions(set) + "/1/diff/1").at("changed")).isEmpty();
    }

    @Test
    void restoreMakesTheSetEqualAndIsUndoneByRestore() {
        String set = set("Hello", "Bye", "Later");
        List<String> ids = tests(set);
        Answer first = make(api, set);
        api.put("/tests/" + ids.get(0), Map.of("prompt", Map.of("content", "Howdy"), "category", "New"));
        api.post("/test_sets/" + set + "/disassociate", Map.of("test_ids", List.of(ids.get(1))));
        api.delete("/tests/" + ids.get(2));
        add(set, "More");
        String changed = String.valueOf(make(api, set).text("hash"));

        Answer restored = api.post(versions(set) + "/1/restore", null);
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.text("version.hash")).isEqualTo(first.text("hash"));
        assertThat(restored.text("version.restored_number")).isEqualTo("1");
        assertThat(restored.at("copied")).isEmpty();
        assertThat(tests(set)).containsExactlyElementsOf(ids);
        assertThat(api.get("/test_sets/" + set + "/tests").json().findValuesAsString("content"))
                .containsExactly("Hello", "Bye", "Later");

        Answer undone = api.post(versions(set) + "/2/restore", null);
        assertThat(undone.text("version.hash")).isEqualTo(changed);
        assertThat(api.get("/tests/" + ids.get(0)).text("prompt.content")).isEqualTo("Howdy");
        assertThat(tests(set)).hasSize(2);
    }

    @Test
    void unversionedChangesAreAVersionBeforeARestore() {
        String set = set("Hello");
        make(api, set);
        add(set, "More");
        api.post(versions(set) + "/1/restore", null);
        assertThat(tests(set)).hasSize(1);
        api.post(versions(set) + "/2/restore", null);
        assertThat(tests(set)).hasSize(2);
    }

    @Test
    void sharedTestIsReplacedByACopy() {
        String set = set("Hello");
        String test = tests(set).getFirst();
        api.upload("/files?entity_type=Test&entity_id=" + test, Map.of("a.txt", "Hello".getBytes()));
        make(api, set);
        String other = api.create("/test_sets", Map.of("name", "Other"));
        api.post("/test_sets/" + other + "/associate", Map.of("test_ids", List.of(test)));
        api.put("/tests/" + test, Map.of("prompt", Map.of("content", "Howdy"), "name", "kept"));

        Answer restored = api.post(versions(set) + "/1/restore", null);
        String copy = String.valueOf(restored.text("copied.0.copy_id"));
        assertThat(restored.text("copied.0.test_id")).isEqualTo(test);
        assertThat(tests(set)).containsExactly(copy);
        assertThat(tests(other)).containsExactly(test);
        assertThat(api.get("/tests/" + test).text("prompt.content")).isEqualTo("Howdy");
        assertThat(api.get("/tests/" + copy).text("prompt.content")).isEqualTo("Hello");
        assertThat(api.get("/tests/" + copy).text("name")).isEqualTo("kept");
        assertThat(api.get("/tests/" + copy).text("counts.files")).isEqualTo("1");

        api.post(versions(set) + "/2/restore", null);
        assertThat(tests(set)).containsExactly(test);
    }

    @Test
    void filesAreBroughtBackAndTakenAway() {
        String set = set("Hello");
        String test = tests(set).getFirst();
        String files = "/files?entity_type=Test&entity_id=" + test;
        api.upload(files, Map.of("a.txt", "Hello".getBytes()));
        make(api, set);
        String first = String.valueOf(api.get("/tests/" + test + "/files").text("0.id"));
        api.delete("/files/" + first);
        api.upload(files, Map.of("b.txt", "Bye".getBytes()));

        assertThat(api.post(versions(set) + "/1/restore", null).status()).isEqualTo(200);
        assertThat(api.get("/tests/" + test + "/files").texts("filename")).containsExactly("a.txt");
    }

    @Test
    void restoreThatCanNotBeExactChangesNothing() {
        String set = set("Hello");
        String test = tests(set).getFirst();
        make(api, set);
        String requirement = String.valueOf(api.get("/tests/" + test).text("requirement_id"));
        api.put("/requirements/" + requirement, Map.of("name", "POLITE"));
        Answer refused = api.post(versions(set) + "/1/restore", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(api.get(versions(set)).size()).isEqualTo(1);
    }

    @Test
    void labelIsGivenMovedAndTakenAway() {
        String set = set("Hello");
        make(api, set);
        add(set, "Bye");
        make(api, set);
        assertThat(label(set, "1", "stable").text("label")).isEqualTo("stable");
        Answer taken = label(set, "2", "stable");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.text("detail")).contains("Version 1");
        assertThat(api.put(versions(set) + "/stable/label", "{\"label\": null}").status())
                .isEqualTo(200);
        assertThat(api.get(versions(set) + "/stable").status()).isEqualTo(404);
        assertThat(label(set, "2", "stable").status()).isEqualTo(200);
        for (String bad : List.of("", "1", "Stable", "a".repeat(64), "x y")) {
            assertThat(label(set, "1", bad).badFields()).as(bad).containsExactly("body.label");
        }
    }

    @Test
    void versionCanNotBeWritten() {
        String set = set("Hello");
        make(api, set);
        for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE)) {
            assertThat(api.send(method, versions(set) + "/1", Map.of("number", 2))
                            .status())
                    .isEqualTo(405);
        }
        assertThat(api.get(versions(set) + "/9").status()).isEqualTo(404);
        assertThat(api.get(versions(set) + "?$filter={filter}", "number eq 1").status())
                .isEqualTo(400);
        assertThat(api.get(versions(set) + "/1/tests?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void runtimeRoleMayNeitherChangeNorDeleteAVersion() {
        String granted = """
                select coalesce(string_agg(c.relname || ' ' || p.name, ', '), '')
                from pg_class c, unnest(array['update', 'delete', 'truncate']) as p (name)
                where c.oid in ('app.test_set_version'::regclass, 'app.test_content'::regclass,
                                'app.test_set_version_test'::regclass)
                  and has_table_privilege('app_runtime', c.oid, p.name)
                """;
        assertThat(TestDatabase.column(granted)).containsExactly("");
    }

    @Test
    void otherOrganizationSeesAndChangesNothing() {
        String set = set("Hello");
        make(api, set);
        Api others = organizations.create();
        assertThat(others.get(versions(set)).status()).isEqualTo(404);
        assertThat(others.get(versions(set) + "/1").status()).isEqualTo(404);
        assertThat(others.get(versions(set) + "/1/tests").status()).isEqualTo(404);
        assertThat(others.get(versions(set) + "/1/diff/1").status()).isEqualTo(404);
        assertThat(others.post(versions(set), null).status()).isEqualTo(404);
        assertThat(others.post(versions(set) + "/1/restore", null).status()).isEqualTo(404);
        assertThat(others.put(versions(set) + "/1/label", Map.of("label", "mine"))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(versions(set) + "/1").text("label")).isNull();
    }

    @Test
    void versionsMadeAtTheSameMomentAreOne() throws Exception {
        String set = set("Hello", "Bye");
        List<Callable<Answer>> callers = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(caller -> () -> api.post(versions(set), null))
                .toList();
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
            for (Future<Answer> answer : threads.invokeAll(callers)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .extracting(Answer::id)
                .containsOnly(answers.getFirst().id());
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).contains(200);
    }

    @Test
    void versionHasEveryTestThatWasAddedWhileItWasMade() throws Exception {
        String set = set("Hello");
        List<Callable<Answer>> callers = IntStream.range(0, 16)
                .<Callable<Answer>>mapToObj(caller -> () -> {
                    add(set, "Test " + caller);
                    return api.post(versions(set), null);
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> answer : threads.invokeAll(callers)) {
                assertThat(answer.get().status()).isIn(200, 201);
            }
        }
        Answer last = api.post(versions(set), null);
        assertThat(last.text("tests")).isEqualTo("17");
        String[] prompts = api.get("/test_sets/" + set + "/tests?limit=100")
                .json()
                .findValuesAsString("content")
                .toArray(String[]::new);
        String copy = set(prompts);
        assertThat(make(api, copy).text("hash")).isEqualTo(last.text("hash"));
    }

    @Test
    void whoAddsTestsDoesNotWaitForAVersionThatIsBeingMade() {
        String set = set("Hello", "Bye");
        Tenant tenant = Organizations.tenantOf(api);

        VersionNumber first = tenant.call(() -> transactions.execute(open -> {
            VersionNumber made = versions.pin(UUID.fromString(set));
            add(set, "Meanwhile");
            assertThat(tests(set)).hasSize(3);
            return made;
        }));

        assertThat(Objects.requireNonNull(first).number()).isEqualTo(1);
        assertThat(api.get(versions(set) + "/1").text("tests")).isEqualTo("2");
        assertThat(make(api, set).text("added")).isEqualTo("1");
    }

    private interface Change {

        Answer make();
    }

    private void requireNewVersion(String set, Change change) {
        int before = api.get(versions(set)).size();
        Answer changed = change.make();
        assertThat(changed.status()).isEqualTo(200);
        assertThat(api.post(versions(set), null).status())
                .as("after %s", changed.json())
                .isEqualTo(201);
        assertThat(api.get(versions(set)).size()).isEqualTo(before + 1);
    }

    private Answer label(String set, String version, String label) {
        return api.put(versions(set) + "/" + version + "/label", Map.of("label", label));
    }

    private static Answer make(Api caller, String set) {
        return caller.post(versions(set), null);
    }

    private static String versions(String set) {
        return "/test_sets/" + set + "/versions";
    }

    private List<String> tests(String set) {
        return api.get("/test_sets/" + set + "/tests").texts("id");
    }

    private String set(String... prompts) {
        return set(api, prompts);
    }

    private static String set(Api caller, String... prompts) {
        List<Map<String, ?>> tests = new ArrayList<>();
        for (String prompt : prompts) {
            tests.add(test(prompt));
        }
        return caller.create(
                "/test_sets/bulk",
                Map.of("name", "Set " + System.nanoTime(), "test_set_type", "Single-Turn", "tests", tests));
    }

    private String add(String set, String prompt) {
        String test = api.create("/tests", test(prompt));
        api.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(test)));
        return test;
    }

    private static Map<String, ?> test(String prompt) {
        return Map.of("prompt", Map.of("content", prompt), "requirement", "Polite");
    }
}
