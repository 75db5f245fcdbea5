package ai.rhesis.backend.annotation.comment;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class CommentApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String prompt;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
        prompt = api.create("/prompts", Map.of("content", "Hello"));
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/comments", on("Prompt", prompt, "Nice"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("content")).isEqualTo("Nice");
        assertThat(created.text("user.id")).isEqualTo(created.text("user_id"));
        assertThat(created.at("emojis").isEmpty()).isTrue();
        assertThat(api.get("/comments/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/comments").at("0")).isEqualTo(created.json());
        assertThat(api.get("/comments/entity/Prompt/" + prompt).at("0")).isEqualTo(created.json());
    }

    @Test
    void everyTypeOfObjectCanBeCommented() {
        String category = api.create("/categories", Map.of("name", "c"));
        Map<String, String> objects = Map.of(
                "Prompt", prompt,
                "Category", category,
                "Topic", api.create("/topics", Map.of("name", "t")),
                "Requirement", api.create("/requirements", Map.of("name", "r")),
                "Project", api.create("/projects", Map.of("name", "p")),
                "Model", api.create("/models", Map.of("name", "m", "provider", "ollama", "model_name", "x")),
                "Test", api.create("/tests", Map.of("prompt_id", prompt)),
                "TestSet", api.create("/test_sets", Map.of("name", "s")),
                "Task", api.create("/tasks", Map.of("title", "t")));
        objects.forEach((type, id) -> {
            api.create("/comments", on(type, id, "about " + type));
            assertThat(api.get("/comments/entity/" + type + "/" + id).texts("content"))
                    .containsExactly("about " + type);
        });
        assertThat(api.get("/comments").total()).isEqualTo(objects.size());
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/comments", "{}").badFields())
                .containsExactly("body.content", "body.entity_id", "body.entity_type");
        assertThat(api.post("/comments", on("Planet", prompt, "x")).badFields()).containsExactly("body.entity_type");
        assertThat(api.post("/comments", on("Test", prompt, "x")).badFields()).containsExactly("body.entity_id");
        assertThat(api.post("/comments", on("Prompt", prompt, "x".repeat(20_001)))
                        .badFields())
                .containsExactly("body.content");
        assertThat(api.post("/comments", on("Prompt", prompt, "")).status()).isEqualTo(200);
        Answer unknown = api.get("/comments/entity/Planet/" + prompt);
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.at("allowed_values").toString()).contains("TestSet");
        assertThat(api.get("/comments/entity/Prompt/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void commentStaysWithItsObject() {
        String other = api.create("/prompts", Map.of("content", "Other"));
        String id = api.create("/comments", on("Prompt", prompt, "x"));
        assertThat(api.put("/comments/" + id, Map.of("entity_id", other)).badFields())
                .containsExactly("body.entity_id");
        assertThat(api.put("/comments/" + id, Map.of("content", "y", "entity_id", prompt))
                        .text("content"))
                .isEqualTo("y");
    }

    @Test
    void onlyTheAuthorChangesACommentAndOwnersMayDeleteIt() {
        Api author = organizations.member(api, "member");
        Api colleague = organizations.member(api, "member");
        String path = "/comments/" + author.create("/comments", on("Prompt", prompt, "mine"));
        assertThat(api.put(path, Map.of("content", "x")).status()).isEqualTo(403);
        assertThat(colleague.put(path, Map.of("content", "x")).status()).isEqualTo(403);
        assertThat(colleague.delete(path).status()).isEqualTo(403);
        assertThat(author.put(path, Map.of("content", "better")).text("content"))
                .isEqualTo("better");
        assertThat(api.delete(path).text("content")).isEqualTo("better");
    }

    @Test
    void everyoneReactsOncePerEmoji() {
        Api member = organizations.member(api, "member");
        String path = "/comments/" + api.create("/comments", on("Prompt", prompt, "x"));
        api.post(path + "/emoji/🚀", null);
        api.post(path + "/emoji/🚀", null);
        member.post(path + "/emoji/🚀", null);
        Answer reacted = member.post(path + "/emoji/👩‍👩‍👧", null);
        assertThat(reacted.status()).isEqualTo(200);
        assertThat(reacted.at("emojis").propertyNames()).containsExactlyInAnyOrder("🚀", "👩‍👩‍👧");
        assertThat(reacted.at("emojis/🚀").findValuesAsString("user_name"))
                .hasSize(2)
                .doesNotContain("");
        assertThat(api.delete(path + "/emoji/🚀").at("emojis/🚀")).hasSize(1);
        assertThat(api.delete(path + "/emoji/🚀").status()).isEqualTo(200);
        assertThat(member.delete(path + "/emoji/🚀").at("emojis").propertyNames())
                .containsExactly("👩‍👩‍👧");
    }

    @Test
    void reactionsAtTheSameMomentAreAllKept() throws Exception {
        String path = "/comments/" + api.create("/comments", on("Prompt", prompt, "x"));
        List<String> emojis = List.of("🚀", "👍", "❤️", "🎉", "🇪🇺", "1️⃣");
        Stream<Callable<Answer>> reactions = Stream.concat(emojis.stream(), emojis.stream())
                .map(emoji -> () -> api.post(path + "/emoji/" + emoji, null));
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reaction : crowd.invokeAll(reactions.toList())) {
                assertThat(reaction.get().status()).isEqualTo(200);
            }
        }
        assertThat(api.get(path).at("emojis").propertyNames()).containsExactlyInAnyOrderElementsOf(emojis);
        emojis.forEach(emoji -> assertThat(api.get(path).at("emojis/" + emoji)).hasSize(1));
    }

    @Test
    void onlyEmojisAreReactions() {
        String path = "/comments/" + api.create("/comments", on("Prompt", prompt, "x"));
        for (String text : List.of("ok", "1", "<b>", "🚀x", "🚀".repeat(17))) {
            assertThat(api.post(path + "/emoji/" + text, null).badFields())
                    .as(text)
                    .containsExactly("path.emoji");
        }
    }

    @Test
    void deletedIsGoneAndCanBeRestored() {
        String id = api.create("/comments", on("Prompt", prompt, "x"));
        api.post("/comments/" + id + "/emoji/👍", null);
        assertThat(api.delete("/comments/" + id).status()).isEqualTo(200);
        assertThat(api.get("/comments/" + id).status()).isEqualTo(410);
        assertThat(api.post("/comments/" + id + "/emoji/👍", null).status()).isEqualTo(410);
        assertThat(api.get("/comments/entity/Prompt/" + prompt).total()).isZero();
        assertThat(api.get("/recycle/comment").text("items.0.content")).isEqualTo("x");
        assertThat(api.post("/recycle/comment/" + id + "/restore", null).at("item/emojis/👍"))
                .hasSize(1);
    }

    @Test
    void commentGoesWithTheObjectThatIsPurged() {
        String id = api.create("/comments", on("Prompt", prompt, "x"));
        api.delete("/prompts/" + prompt);
        assertThat(api.get("/comments/entity/Prompt/" + prompt).status()).isEqualTo(410);
        assertThat(api.get("/comments/" + id).status()).isEqualTo(200);
        assertThat(api.delete("/recycle/prompt/" + prompt + "?confirm=true").status())
                .isEqualTo(200);
        assertThat(api.get("/comments/" + id).status()).isEqualTo(404);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = api.create("/comments", on("Prompt", prompt, "mine"));
        Api other = organizations.create();
        assertThat(other.get("/comments/" + id).status()).isEqualTo(404);
        assertThat(other.put("/comments/" + id, Map.of("content", "theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete("/comments/" + id).status()).isEqualTo(404);
        assertThat(other.post("/comments/" + id + "/emoji/👍", null).status()).isEqualTo(404);
        assertThat(other.get("/comments").total()).isZero();
        assertThat(other.get("/comments/entity/Prompt/" + prompt).status()).isEqualTo(404);
        assertThat(other.post("/comments", on("Prompt", prompt, "x")).badFields())
                .containsExactly("body.entity_id");
        assertThat(api.get("/comments/" + id).text("content")).isEqualTo("mine");
    }

    private static Map<String, String> on(String type, String id, String content) {
        return Map.of("content", content, "entity_type", type, "entity_id", id);
    }
}
