package ai.rhesis.backend.suite.prompt;

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
class PromptApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/prompts", Map.of("content", "How do I return a parcel?", "name", "Return"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("language_code")).isEqualTo("en-US");
        assertThat(created.text("nano_id")).hasSize(12);
        assertThat(UUID.fromString(created.id()).version()).isEqualTo(7);
        assertThat(api.get("/prompts/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void promptBelongsToManyCategoriesInTheirOrder() {
        String safety = api.create("/categories", Map.of("name", "Safety"));
        String tone = api.create("/categories", Map.of("name", "Tone"));
        String id = api.create("/prompts", Map.of("content", "x", "category_ids", List.of(tone, safety)));
        assertThat(api.get("/prompts/" + id).at("categories").findValuesAsString("name"))
                .containsExactly("Tone", "Safety");
        Answer changed = api.put("/prompts/" + id, Map.of("category_id", safety));
        assertThat(changed.text("category_id")).isEqualTo(safety);
        assertThat(changed.at("categories").findValuesAsString("name")).containsExactly("Safety");
    }

    @Test
    void everyBadFieldIsNamed() {
        Answer refused = api.post("/prompts", """
                {"content": 5.5e1, "topic_id": "no-uuid", "status_id": 7, "category_ids": "none"}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).contains("body.topic_id", "body.status_id", "body.category_ids");
        assertThat(api.post("/prompts", Map.of("name", "x".repeat(256))).badFields())
                .containsExactly("body.content", "body.name");
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        String id = api.create("/prompts", Map.of("content", "x", "name", "n", "description", "d"));
        Answer changed = api.put("/prompts/" + id, "{\"description\": null, \"unknown\": 1}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("name")).isEqualTo("n");
        assertThat(changed.text("description")).isNull();
    }

    @Test
    void takenIdIsAConflict() {
        String id = UUID.randomUUID().toString();
        assertThat(api.create("/prompts", Map.of("id", id, "content", "x"))).isEqualTo(id);
        Answer refused = api.post("/prompts", Map.of("id", id, "content", "y"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("id");
        assertThat(refused.text("existing_id")).isEqualTo(id);
    }

    @Test
    void deletedIsGoneAndSaysHowToRestore() {
        String id = api.create("/prompts", Map.of("content", "x", "name", "n"));
        assertThat(api.delete("/prompts/" + id).text("content")).isEqualTo("x");
        Answer gone = api.get("/prompts/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/prompt/" + id + "/restore");
        assertThat(gone.text("item_name")).isEqualTo("n");
        assertThat(api.get("/prompts").total()).isZero();
    }

    @Test
    void promptOfATestIsNotDeleted() {
        String id = api.create("/prompts", Map.of("content", "x"));
        String test = api.create("/tests", Map.of("prompt_id", id));
        assertThat(api.delete("/prompts/" + id).status()).isEqualTo(409);
        api.delete("/tests/" + test);
        assertThat(api.delete("/prompts/" + id).status()).isEqualTo(200);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = api.create("/prompts", Map.of("content", "mine"));
        Api other = organizations.create();
        assertThat(other.get("/prompts/" + id).status()).isEqualTo(404);
        assertThat(other.put("/prompts/" + id, Map.of("content", "theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete("/prompts/" + id).status()).isEqualTo(404);
        assertThat(other.get("/prompts").total()).isZero();
        assertThat(other.post("/prompts", Map.of("content", "x", "parent_id", id))
                        .badFields())
                .containsExactly("body.parent_id");
        assertThat(api.get("/prompts/" + id).text("content")).isEqualTo("mine");
    }

    @Test
    void staleChangeIsRefused() {
        String id = api.create("/prompts", Map.of("content", "x"));
        String tag = String.valueOf(api.get("/prompts/" + id).header("ETag"));
        assertThat(api.with("If-None-Match", tag).get("/prompts/" + id).status())
                .isEqualTo(304);
        assertThat(api.with("If-Match", tag)
                        .put("/prompts/" + id, Map.of("content", "y"))
                        .status())
                .isEqualTo(200);
        assertThat(api.with("If-Match", tag)
                        .put("/prompts/" + id, Map.of("content", "z"))
                        .status())
                .isEqualTo(412);
        assertThat(api.with("If-Match", tag).delete("/prompts/" + id).status()).isEqualTo(412);
        assertThat(api.get("/prompts/" + id).text("content")).isEqualTo("y");
    }

    @Test
    void listIsPagedAndCounted() {
        for (int i = 0; i < 12; i++) {
            api.create("/prompts", Map.of("content", "c" + i));
        }
        assertThat(api.get("/prompts").size()).isEqualTo(10);
        assertThat(api.get("/prompts").total()).isEqualTo(12);
        assertThat(api.get("/prompts/?skip=10&limit=5&sort_by=content&sort_order=asc")
                        .texts("content"))
                .containsExactly("c8", "c9");
        assertThat(api.get("/prompts?skip=12").total()).isEqualTo(12);
    }

    @Test
    void badListParametersAreNamed() {
        assertThat(api.get("/prompts?limit=101").text("detail")).isEqualTo("Limit cannot exceed 100");
        assertThat(api.get("/prompts?limit=2147483648").text("detail"))
                .isEqualTo("limit must be a whole number up to 2147483647");
        assertThat(api.get("/prompts?skip=-1").status()).isEqualTo(400);
        assertThat(api.get("/prompts?sort_order=up").status()).isEqualTo(400);
        assertThat(api.get("/prompts?sort_by=organization").at("allowed_values").isEmpty())
                .isFalse();
    }
}
