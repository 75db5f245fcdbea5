package ai.rhesis.backend.annotation.task;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TypeLookups;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TaskApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/tasks", Map.of("title", "Look", "task_metadata", Map.of("spaceKey", 1)));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("status.name")).isEqualTo("Open");
        assertThat(created.text("status_id")).isEqualTo(created.text("status.id"));
        assertThat(created.text("priority")).isNull();
        assertThat(created.text("user.id")).isEqualTo(created.text("user_id"));
        assertThat(created.text("task_metadata.spaceKey")).isEqualTo("1");
        assertThat(api.get("/tasks/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/tasks").at("0")).isEqualTo(created.json());
    }

    @Test
    void newOrganizationHasTheStatusesOfTasks() {
        assertThat(api.get("/statuses?entity_type=Task").texts("name"))
                .containsExactlyInAnyOrder("Open", "In Progress", "Completed", "Cancelled");
    }

    @Test
    void statusAndPriorityAreNamedOrPointedAt() {
        String id = api.create("/tasks", Map.of("title", "x", "status", "in progress", "priority", "High"));
        Answer task = api.get("/tasks/" + id);
        assertThat(task.text("status.name")).isEqualTo("In Progress");
        assertThat(task.text("priority.type_value")).isEqualTo("High");
        String low = TypeLookups.id(api, "TaskPriority", "Low");
        assertThat(api.patch("/tasks/" + id, Map.of("priority_id", low)).text("priority.type_value"))
                .isEqualTo("Low");
        assertThat(api.patch("/tasks/" + id, "{\"priority_id\": null}").text("priority"))
                .isNull();
        assertThat(api.put("/tasks/" + id, Map.of("status", "Cancelled")).text("status.name"))
                .isEqualTo("Cancelled");
    }

    @Test
    void completionHasATimeAsLongAsItLasts() {
        String path = "/tasks/" + api.create("/tasks", Map.of("title", "x"));
        assertThat(api.get(path).text("completed_at")).isNull();
        String done = api.patch(path, Map.of("status", "Completed")).text("completed_at");
        assertThat(done).isNotNull();
        assertThat(api.patch(path, Map.of("title", "y")).text("completed_at")).isEqualTo(done);
        assertThat(api.patch(path, Map.of("status", "Open")).text("completed_at"))
                .isNull();
        String said = "2026-01-02T03:04:05Z";
        assertThat(api.post("/tasks", Map.of("title", "z", "status", "Completed", "completed_at", said))
                        .text("completed_at"))
                .isEqualTo(said);
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/tasks", "{\"assignee_id\": 7}").badFields())
                .containsExactlyInAnyOrder("body.title", "body.assignee_id");
        assertThat(api.post("/tasks", Map.of("title", "x", "status", "Approved"))
                        .badFields())
                .containsExactly("body.status");
        String ofTests = String.valueOf(api.get("/statuses?entity_type=Test").text("0.id"));
        assertThat(api.post("/tasks", Map.of("title", "x", "status_id", ofTests))
                        .badFields())
                .containsExactly("body.status_id");
        assertThat(api.post("/tasks", Map.of("title", "x", "priority", "Highest"))
                        .badFields())
                .containsExactly("body.priority");
        assertThat(api.post("/tasks", Map.of("title", "x", "assignee_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.assignee_id");
        assertThat(api.post("/tasks", Map.of("title", "x", "entity_type", "Test"))
                        .badFields())
                .containsExactly("body.entity_id");
        assertThat(api.post("/tasks", Map.of("title", "x", "entity_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.entity_type");
    }

    @Test
    void assigneeIsAMember() {
        String me = String.valueOf(
                api.get("/tasks/" + api.create("/tasks", Map.of("title", "x"))).text("user_id"));
        Answer task = api.post("/tasks", Map.of("title", "x", "assignee_id", me));
        assertThat(task.text("assignee.id")).isEqualTo(me);
        Api other = organizations.create();
        assertThat(other.post("/tasks", Map.of("title", "x", "assignee_id", me)).badFields())
                .containsExactly("body.assignee_id");
    }

    @Test
    void tasksOfAnObjectAreListedAndGoOnWithoutIt() {
        String set = api.create("/test_sets", Map.of("name", "s"));
        String id = api.create("/tasks", Map.of("title", "x", "entity_type", "TestSet", "entity_id", set));
        api.create("/tasks", Map.of("title", "on its own"));
        assertThat(api.get("/tasks/TestSet/" + set).texts("id")).containsExactly(id);
        api.delete("/test_sets/" + set);
        assertThat(api.patch("/tasks/" + id, Map.of("status", "Completed")).status())
                .isEqualTo(200);
        assertThat(api.patch("/tasks/" + id, "{\"entity_type\": null, \"entity_id\": null}")
                        .text("entity_type"))
                .isNull();
        assertThat(api.get("/tasks/Planet/" + set).status()).isEqualTo(400);
    }

    @Test
    void takenIdIsAConflict() {
        String id = api.create("/tasks", Map.of("title", "x"));
        assertThat(api.post("/tasks", Map.of("title", "y", "id", id)).status()).isEqualTo(409);
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/tasks", Map.of("title", "x"));
        assertThat(api.delete("/tasks/" + id).text("status.name")).isEqualTo("Open");
        Answer gone = api.get("/tasks/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/task/" + id + "/restore");
        assertThat(gone.text("item_name")).isEqualTo("x");
        assertThat(api.get("/recycle/task").text("items.0.title")).isEqualTo("x");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String set = api.create("/test_sets", Map.of("name", "s"));
        Answer created = api.post("/tasks", Map.of("title", "mine", "entity_type", "TestSet", "entity_id", set));
        String path = "/tasks/" + created.id();
        Api other = organizations.create();
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.patch(path, Map.of("title", "theirs")).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(other.get("/tasks").total()).isZero();
        assertThat(other.get("/tasks/TestSet/" + set).status()).isEqualTo(404);
        assertThat(other.post("/tasks", Map.of("title", "x", "entity_type", "TestSet", "entity_id", set))
                        .badFields())
                .containsExactly("body.entity_id");
        String status = String.valueOf(created.text("status_id"));
        assertThat(other.post("/tasks", Map.of("title", "x", "status_id", status))
                        .badFields())
                .containsExactly("body.status_id");
        assertThat(api.get(path).json()).isEqualTo(created.json());
    }
}
