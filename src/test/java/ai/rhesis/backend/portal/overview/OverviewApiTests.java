package ai.rhesis.backend.portal.overview;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OverviewApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatHappenedLastComesFirst() {
        String prompt = api.create("/prompts", Map.of("content", "What?"));
        String set = api.create("/test_sets", Map.of("name", "Set"));
        api.create("/topics", Map.of("name", "Topic"));
        api.put("/prompts/" + prompt, Map.of("content", "Why?"));
        api.delete("/test_sets/" + set);
        Answer latest = api.get("/services/recent-activities?limit=3");
        List<String> seen = latest.at("activities")
                .valueStream()
                .map(activity -> activity.path("operation").asString() + " "
                        + activity.path("entity_type").asString() + " "
                        + activity.path("entity_data").path("name").asString())
                .toList();
        assertThat(seen).containsExactly("delete TestSet Set", "update Prompt Why?", "create Topic Topic");
        assertThat(latest.at("total").asInt()).isEqualTo(3);
        assertThat(latest.text("activities.0.user.email")).contains("@");
        assertThat(latest.text("activities.0.entity_id")).isEqualTo(set);
        assertThat(api.get("/services/recent-activities").at("total").asInt()).isEqualTo(3);
    }

    @Test
    void badLimitIsNamed() {
        assertThat(api.get("/services/recent-activities?limit=0").text("field")).isEqualTo("limit");
        assertThat(api.get("/services/recent-activities?limit=101").status()).isEqualTo(400);
        assertThat(api.get("/services/recent-activities?limit=x").badFields()).containsExactly("query.limit");
    }

    @Test
    void idNamesAnObjectOfAnyType() {
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        Answer found = api.get("/resolve?entity_id=" + test);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("entity_type")).isEqualTo("Test");
        assertThat(found.text("name")).isEqualTo("Hello");
        assertThat(found.text("url")).isEqualTo("/tests/" + test);
        assertThat(found.text("resolution")).isEqualTo("found");
        assertThat(api.get("/resolve?entity_type=test&entity_id=" + test).status())
                .isEqualTo(200);
        assertThat(api.get("/resolve?entity_type=test_set&entity_id=" + test).status())
                .isEqualTo(404);
    }

    @Test
    void testSetIsFoundByNanoIdAndSlugWithItsProject() {
        String project = api.create("/projects", Map.of("name", "Bot"));
        Answer set = api.post("/test_sets", Map.of("name", "Smoke test", "project_id", project));
        for (String key : List.of(set.id(), String.valueOf(set.text("nano_id")), String.valueOf(set.text("slug")))) {
            Answer found = api.get("/resolve?entity_type=test_set&entity_id=" + key);
            assertThat(found.id()).as(key).isEqualTo(set.id());
            assertThat(found.text("resolution")).isEqualTo("switchable");
            assertThat(found.text("project_id")).isEqualTo(project);
            assertThat(found.text("project_name")).isEqualTo("Bot");
        }
    }

    @Test
    void whatIsNotThereIsNotResolved() {
        String task = api.create("/tasks", Map.of("title", "Look"));
        api.delete("/tasks/" + task);
        assertThat(api.get("/resolve?entity_id=" + task).status()).isEqualTo(410);
        assertThat(api.get("/resolve?entity_id=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(api.get("/resolve?entity_id=nothing").status()).isEqualTo(404);
        assertThat(api.get("/resolve?entity_type=prompt&entity_id=nothing").status())
                .isEqualTo(404);
        assertThat(api.get("/resolve?entity_type=source&entity_id=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/resolve").badFields()).containsExactly("query.entity_id");
        assertThat(api.get("/resolve?entity_type=account&entity_id=" + task)
                        .at("allowed_values")
                        .size())
                .isPositive();
    }

    @Test
    void otherOrganizationSeesNothing() {
        String prompt = api.create("/prompts", Map.of("content", "mine"));
        Api other = organizations.create();
        assertThat(other.get("/resolve?entity_id=" + prompt).status()).isEqualTo(404);
        assertThat(other.get("/services/recent-activities").at("total").asInt()).isZero();
    }

    @Test
    void objectsCountWhatIsAboutThem() {
        String prompt = api.create("/prompts", Map.of("content", "Hello"));
        Map<String, String> objects = Map.of(
                "Prompt", "/prompts/" + prompt,
                "Test", "/tests/" + api.create("/tests", Map.of("prompt_id", prompt)),
                "TestSet", "/test_sets/" + api.create("/test_sets", Map.of("name", "s")),
                "Requirement", "/requirements/" + api.create("/requirements", Map.of("name", "r")),
                "Model",
                        "/models/"
                                + api.create("/models", Map.of("name", "m", "provider", "ollama", "model_name", "x")),
                "Task", "/tasks/" + api.create("/tasks", Map.of("title", "t")));
        objects.forEach((type, path) -> {
            String id = path.substring(path.lastIndexOf('/') + 1);
            Map<String, String> about = Map.of("entity_type", type, "entity_id", id, "content", "c", "title", "t");
            api.create("/comments", about);
            api.delete("/comments/" + api.create("/comments", about));
            api.create("/comments", about);
            api.create("/tasks", about);
            api.upload("/files?entity_type=" + type + "&entity_id=" + id, Map.of("a.txt", new byte[1]));
            assertThat(api.get(path).at("counts").toString())
                    .as(type)
                    .isEqualTo("{\"comments\":2,\"tasks\":1,\"files\":1}");
            assertThat(api.get(path.substring(0, path.lastIndexOf('/'))).json().findValues("counts"))
                    .as(type)
                    .contains(api.get(path).at("counts"));
        });
    }
}
