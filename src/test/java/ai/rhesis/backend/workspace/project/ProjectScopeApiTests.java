package ai.rhesis.backend.workspace.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a request with `X-Project-Id` sees and where it writes.
@IntegrationTest
class ProjectScopeApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String project;
    String other;
    Api scoped;

    @BeforeEach
    void twoProjects() {
        api = organizations.create();
        project = api.create("/projects", Map.of("name", "Support bot"));
        other = api.create("/projects", Map.of("name", "Sales bot"));
        scoped = api.with("X-Project-Id", project);
    }

    @Test
    void objectsOfTheProjectAndOfNoneAreSeen() {
        String mine = api.create("/tests", test("mine", project));
        String theirs = api.create("/tests", test("theirs", other));
        String nobodys = api.create("/tests", test("nobody's", null));
        assertThat(scoped.get("/tests").texts("name")).containsExactly("nobody's", "mine");
        assertThat(scoped.get("/tests").total()).isEqualTo(2);
        assertThat(scoped.get("/tests?$filter={f}", "name ne 'x'").texts("name"))
                .containsExactly("nobody's", "mine");
        for (String inside : List.of(mine, nobodys)) {
            assertThat(scoped.get("/tests/" + inside).status()).isEqualTo(200);
        }
        for (String outside : List.of(theirs)) {
            assertThat(scoped.get("/tests/" + outside).status()).isEqualTo(404);
            assertThat(scoped.put("/tests/" + outside, Map.of("name", "x")).status())
                    .isEqualTo(404);
            assertThat(scoped.delete("/tests/" + outside).status()).isEqualTo(404);
            assertThat(api.get("/tests/" + outside).status()).isEqualTo(200);
        }
        assertThat(api.get("/tests").total()).isEqualTo(3);
    }

    @Test
    void setsAndTheirTestsAreSeenByProject() {
        String set = api.create("/test_sets", Map.of("name", "Smoke", "project_id", project));
        api.create("/test_sets", Map.of("name", "Sales", "project_id", other));
        String mine = api.create("/tests", test("mine", project));
        String theirs = api.create("/tests", test("theirs", other));
        api.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(mine, theirs)));
        assertThat(scoped.get("/test_sets").texts("name")).containsExactly("Smoke");
        assertThat(scoped.get("/test_sets/sales").status()).isEqualTo(404);
        assertThat(scoped.get("/test_sets/" + set + "/tests").texts("name")).containsExactly("mine");
        assertThat(scoped.get("/test_sets/smoke").text("attributes.metadata.total_tests"))
                .isEqualTo("1");
        assertThat(scoped.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(theirs)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatIsWrittenGoesIntoTheProject() {
        Answer test = scoped.post("/tests", test("new", null));
        Answer set = scoped.post("/test_sets", Map.of("name", "Smoke", "project_id", project));
        Answer bulk = scoped.post("/tests/bulk", Map.of("tests", List.of(test("one of many", null))));
        Answer filled = scoped.post(
                "/test_sets/bulk",
                Map.of("name", "Filled", "test_set_type", "Single-Turn", "tests", List.of(test("inside", null))));
        assertThat(test.text("project_id")).isEqualTo(project);
        assertThat(set.text("project_id")).isEqualTo(project);
        assertThat(filled.text("project_id")).isEqualTo(project);
        assertThat(api.get("/tests/" + bulk.text("ids.0")).text("project_id")).isEqualTo(project);
        assertThat(scoped.get("/tests").texts("project_id")).hasSize(3).containsOnly(project);
    }

    @Test
    void anotherProjectIsABadField() {
        String test = scoped.create("/tests", test("mine", null));
        assertThat(scoped.post("/tests", test("new", other)).badFields()).containsExactly("body.project_id");
        assertThat(scoped.post("/test_sets", Map.of("name", "s", "project_id", other))
                        .badFields())
                .containsExactly("body.project_id");
        assertThat(scoped.put("/tests/" + test, Map.of("project_id", other)).badFields())
                .containsExactly("body.project_id");
        assertThat(scoped.post("/tests/bulk", Map.of("tests", List.of(test("a", project), test("b", other))))
                        .badFields())
                .containsExactly("body.tests.1.project_id");
        assertThat(scoped.put("/tests/" + test, "{\"project_id\": null, \"name\": \"still mine\"}")
                        .text("project_id"))
                .isEqualTo(project);
    }

    @Test
    void projectMustBeALivingOneOfTheOrganization() {
        String deleted = api.create("/projects", Map.of("name", "Old bot"));
        api.delete("/projects/" + deleted);
        String foreign = organizations.create().create("/projects", Map.of("name", "Foreign"));
        for (String wrong : List.of(deleted, foreign, UUID.randomUUID().toString(), "nonsense", "")) {
            Answer refused = api.with("X-Project-Id", wrong).get("/tests");
            assertThat(refused.status()).as(wrong).isEqualTo(403);
            assertThat(refused.text("detail")).contains("X-Project-Id");
        }
        assertThat(api.with("X-Project-Id", deleted)
                        .post("/tests", test("x", null))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsInNoProjectIsSeenFromEach() {
        api.create("/categories", Map.of("name", "Safety"));
        assertThat(scoped.get("/categories").texts("name")).containsExactly("Safety");
        assertThat(scoped.get("/projects").total()).isEqualTo(2);
        assertThat(scoped.get("/tokens/current").text("project_id")).isEqualTo(project);
    }

    @Test
    void whereAnObjectIsCanBeAskedFromAnyProject() {
        String theirs = api.create("/tests", test("theirs", other));
        Answer found = scoped.get("/resolve?entity_id=" + theirs);
        assertThat(found.text("resolution")).isEqualTo("switchable");
        assertThat(found.text("project_id")).isEqualTo(other);
    }

    @Test
    void deletedObjectsAreSeenByProject() {
        for (String of : List.of(project, other)) {
            api.delete("/tests/" + api.create("/tests", test("in " + of, of)));
        }
        assertThat(scoped.get("/recycle/test").at("items").valueStream())
                .extracting(item -> item.path("name").asString())
                .containsExactly("in " + project);
        assertThat(api.get("/recycle/test").total()).isEqualTo(2);
    }

    @Test
    void sameNameInAnotherProjectGetsItsOwnSlug() {
        api.create("/test_sets", Map.of("name", "Smoke!", "project_id", other));
        Answer set = scoped.post("/test_sets", Map.of("name", "Smoke?"));
        assertThat(set.text("slug")).startsWith("smoke-");
    }

    @Test
    void keyOfARequestForOneProjectIsNotAnothers() {
        Api keyed = scoped.with("Idempotency-Key", "once");
        keyed.create("/tests", Map.of("prompt", Map.of("content", "x")));
        assertThat(api.with("Idempotency-Key", "once")
                        .post("/tests", Map.of("prompt", Map.of("content", "x")))
                        .status())
                .isEqualTo(422);
    }

    private static Map<String, Object> test(String name, @Nullable String project) {
        Map<String, Object> prompt = Map.of("content", "Say " + name);
        return project == null
                ? Map.of("name", name, "prompt", prompt)
                : Map.of("name", name, "prompt", prompt, "project_id", project);
    }
}
