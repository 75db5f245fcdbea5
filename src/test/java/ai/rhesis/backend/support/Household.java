package ai.rhesis.backend.support;

import java.util.List;
import java.util.Map;

/// Fills an organization with at least one row in every table, through the interface.
public final class Household {

    private Household() {}

    public static void fill(Api owner) {
        owner.post("/users", Map.of("email", Organizations.newAddress()));
        String category = owner.create("/categories", Map.of("name", "Refusals"));
        String topic = owner.create("/topics", Map.of("name", "Returns"));
        String requirement = owner.create("/requirements", Map.of("name", "Refuses politely"));
        owner.with("Idempotency-Key", "household").create("/projects", Map.of("name", "Support bot"));
        owner.create("/models", Map.of("name", "Judge", "provider", "openai", "model_name", "gpt", "key", "sk-1"));
        owner.create(
                "/endpoints",
                Map.of("name", "Bot", "connection_type", "REST", "url", "https://bot.example", "auth_token", "at-1"));
        String prompt = owner.create("/prompts", Map.of("content", "Hello", "category_id", category));
        String test = owner.create(
                "/tests",
                Map.of("prompt_id", prompt, "category_id", category, "topic_id", topic, "requirement_id", requirement));
        String set = owner.create("/test_sets", Map.of("name", "Smoke"));
        owner.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(test)));
        owner.post("/tags/Test/" + test, Map.of("name", "smoke"));
        owner.create("/tasks", Map.of("title", "Look at it", "entity_type", "Test", "entity_id", test));
        String comment =
                owner.create("/comments", Map.of("content", "Well done", "entity_type", "Test", "entity_id", test));
        owner.post("/comments/" + comment + "/emoji/👍", null);
        owner.upload("/files?entity_type=Test&entity_id=" + test, Map.of("hello.txt", "Hello".getBytes()));
    }
}
