package ai.rhesis.backend.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/// A deleted object can't be referred to anew, by whatever resource; who referred to it before keeps doing so.
@IntegrationTest
class LivingReferenceApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @TestFactory
    Stream<DynamicTest> aDeletedReferenceIsABadField() {
        return Stream.of(
                        new Case("/tests", "prompt_id", "/prompts", Map.of()),
                        new Case("/tests", "topic_id", "/topics", Map.of("prompt", Map.of("content", "x"))),
                        new Case("/tests", "category_id", "/categories", Map.of("prompt", Map.of("content", "x"))),
                        new Case("/tests", "requirement_id", "/requirements", Map.of("prompt", Map.of("content", "x"))),
                        new Case("/tests", "status_id", "/statuses", Map.of("prompt", Map.of("content", "x"))),
                        new Case("/tests", "project_id", "/projects", Map.of("prompt", Map.of("content", "x"))),
                        new Case("/tests", "parent_id", "/tests", Map.of("prompt", Map.of("content", "x"))),
                        new Case("/prompts", "category_id", "/categories", Map.of("content", "x")),
                        new Case("/prompts", "parent_id", "/prompts", Map.of("content", "x")),
                        new Case("/test_sets", "project_id", "/projects", Map.of("name", "new set")),
                        new Case("/test_sets", "status_id", "/statuses", Map.of("name", "newer set")),
                        new Case("/topics", "parent_id", "/topics", Map.of("name", "new topic")),
                        new Case("/projects", "status_id", "/statuses", Map.of("name", "new project")))
                .map(each -> DynamicTest.dynamicTest(each.path + " " + each.field, () -> requireRefused(each)));
    }

    private void requireRefused(Case each) {
        String deleted = something(each.target);
        assertThat(api.delete(each.target + "/" + deleted).status()).isEqualTo(200);
        assertThat(api.post(each.path, each.with(deleted)).badFields()).containsExactly("body." + each.field);

        String id = api.create(each.path, each.with(something(each.target)));
        Answer refused = api.put(each.path + "/" + id, Map.of(each.field, deleted));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body." + each.field);
    }

    @Test
    void whoReferredToItBeforeCanStillBeChanged() {
        String topic = something("/topics");
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "x"), "topic_id", topic));
        api.delete("/topics/" + topic);
        Answer changed = api.put("/tests/" + test, Map.of("name", "still good"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("topic_id")).isEqualTo(topic);
    }

    @TestFactory
    Stream<DynamicTest> everyTableWithReferencesIsGuarded() {
        return TestDatabase.column("select distinct source from app.soft_reference").stream()
                .map(table -> DynamicTest.dynamicTest(
                        table,
                        () -> assertThat(TestDatabase.column(
                                        "select tgname from pg_trigger where not tgisinternal and tgrelid = '%s'::regclass"
                                                .formatted(table)))
                                .as("triggers of %s; call app.living_references in a migration", table)
                                .contains("added_references", "changed_references")));
    }

    private int made;

    private String something(String path) {
        made++;
        return api.create(
                path,
                switch (path) {
                    case "/prompts" -> Map.of("content", "Say " + made);
                    case "/tests" -> Map.of("prompt", Map.of("content", "Say " + made));
                    default -> Map.of("name", "Something " + made);
                });
    }

    private record Case(String path, String field, String target, Map<String, Object> rest) {

        Map<String, Object> with(String id) {
            Map<String, Object> body = new HashMap<>(rest);
            body.put(field, id);
            return body;
        }
    }
}
