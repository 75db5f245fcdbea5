package ai.rhesis.backend.support;

import java.util.List;
import java.util.Map;

/// Fills an organization with at least one row in every table, through the interface.
public final class Household {

    private Household() {}

    public static void fill(Organizations server, Api owner) {
        String colleague = owner.post("/users", Map.of("email", Organizations.newAddress()))
                .id();
        String category = owner.create("/categories", Map.of("name", "Refusals"));
        String topic = owner.create("/topics", Map.of("name", "Returns"));
        String requirement = owner.create("/requirements", Map.of("name", "Refuses politely"));
        String project = owner.with("Idempotency-Key", "household").create("/projects", Map.of("name", "Support bot"));
        owner.post("/projects/" + project + "/members", Map.of("user_id", colleague));
        String judge = owner.create(
                "/models", Map.of("name", "Judge", "provider", "openai", "model_name", "gpt", "key", "sk-1"));
        owner.post("/prices", Map.of("model_id", judge, "input", 2.5, "output", 10));
        Map<String, String> bot =
                Map.of("name", "Bot", "connection_type", "REST", "url", "https://bot.example", "auth_token", "at-1");
        owner.create("/endpoints", bot);
        owner.with("X-Project-Id", project).create("/endpoints", bot);
        owner.with("X-Project-Id", project).post("/telemetry/remap", null);
        owner.with("X-Project-Id", project).create("/tokens", Map.of("name", "Token of the bot"));
        owner.with("X-Project-Id", project)
                .create("/sources", Map.of("title", "Policy", "content", "Water damage is covered."));
        owner.create("/tools", tool(owner, "Wiki"));
        String tree = owner.with("X-Project-Id", project)
                .post("/explorer", Map.of("name", "Tree of the bot"))
                .id();
        owner.post("/explorer/" + tree + "/tests", Map.of("input", "Hello", "topic", "Greetings"));
        owner.create("/prompt_templates", Map.of("content", "Ask about {{ topic }}."));
        owner.with("X-Project-Id", project)
                .create("/architect/sessions", Map.of("title", "Plan", "initial_message", "Plan tests."));
        String prompt = owner.create("/prompts", Map.of("content", "Hello", "category_id", category));
        String test = owner.create(
                "/tests",
                Map.of("prompt_id", prompt, "category_id", category, "topic_id", topic, "requirement_id", requirement));
        owner.with("X-Project-Id", project).create("/tests", Map.of("prompt_id", prompt));
        String set = owner.create("/test_sets", Map.of("name", "Smoke"));
        owner.with("X-Project-Id", project).create("/test_sets", Map.of("name", "Smoke of the bot"));
        owner.post("/test_sets/" + set + "/associate", Map.of("test_ids", List.of(test)));
        String metric = owner.create(
                "/metrics",
                Map.of(
                        "name",
                        "Polite",
                        "score_type",
                        "binary",
                        "metric_scope",
                        List.of("Single-Turn"),
                        "evaluation_prompt",
                        "Is this polite?"));
        owner.post("/requirements/" + requirement + "/metrics/" + metric, null);
        owner.post("/test_sets/" + set + "/metrics/" + metric, null);
        run(owner, set, test, project);
        preflight(owner, project);
        experiment(owner, project);
        trial(owner);
        SentSpans.send(owner, List.of(SentSpans.of(project).root(0)));
        event(owner, project);
        owner.put("/telemetry/settings?project_id=" + project, Map.of("retention_days", 30));
        generation(owner, project);
        conversation(owner, project);
        program(server, owner, project);
        owner.put("/test_sets/" + set + "/versions/1/label", Map.of("label", "first"));
        owner.post("/tests/" + test + "/quarantine", Map.of("reason", "It flips."));
        owner.put("/tests/" + test, Map.of("priority", 1, "category", "Not in a version yet"));
        owner.post("/tags/Test/" + test, Map.of("name", "smoke"));
        owner.create("/tasks", Map.of("title", "Look at it", "entity_type", "Test", "entity_id", test));
        String comment =
                owner.create("/comments", Map.of("content", "Well done", "entity_type", "Test", "entity_id", test));
        owner.post("/comments/" + comment + "/emoji/👍", null);
        owner.upload("/files?entity_type=Test&entity_id=" + test, Map.of("hello.txt", "Hello".getBytes()));
        String begun = String.valueOf(owner.upload("/import/analyze", "file", Map.of("t.csv", "prompt\nHi".getBytes()))
                .text("import_id"));
        owner.post("/import/" + begun + "/parse", Map.of());
    }

    /// An event whose span has not come.
    private static void event(Api owner, String project) {
        String event = """
                {"resourceLogs": [{"scopeLogs": [{"logRecords": [{"eventName": "gen_ai.choice",
                  "traceId": "0af7651916cd43dd8448eb211c80319c", "spanId": "b7ad6b7169203331"}]}]}]}
                """;
        owner.with("X-Project-Id", project).post("/v1/logs", event);
    }

    /// A tool of Notion.
    public static Map<String, Object> tool(Api owner, String name) {
        return Map.of(
                "name", name,
                "tool_provider_type_id", TypeLookups.id(owner, "ToolProviderType", "notion"),
                "credentials", Map.of("NOTION_TOKEN", "secret-of-the-wiki"));
    }

    /// A question to a model that tells what its answer took.
    private static void trial(Api owner) {
        try (FakeModelServer server = FakeModelServer.start()) {
            owner.post("/models/" + new Runs(owner).model("Answers", server.url()) + "/test", null);
        }
    }

    /// A set that a model was asked to fill and did not.
    private static void generation(Api owner, String project) {
        try (FakeModelServer server = FakeModelServer.start()) {
            String model = new Runs(owner).model("Writes", server.url());
            Generations generations = new Generations(owner, project);
            generations.await(generations.start(1, Map.of("model_id", model)));
        }
    }

    /// A turn of a conversation with an endpoint, whose address is refused.
    private static void conversation(Api owner, String project) {
        String endpoint = owner.with("X-Project-Id", project)
                .create("/endpoints", Map.of("name", "Gone", "connection_type", "REST", "url", "http://127.0.0.2:1"));
        owner.post("/endpoints/" + endpoint + "/invoke", Map.of("input", "Hello", "session_id", "s-1"));
    }

    /// A program that stays connected and never answers.
    private static void program(Organizations server, Api owner, String project) {
        ProgramClient.connect(server, owner).register(project, "chat");
        owner.post(
                "/connector/trigger",
                Map.of("project_id", project, "function_name", "chat", "inputs", Map.of("input", "Hello")));
    }

    /// An experiment whose version is bound to an environment.
    private static void experiment(Api owner, String project) {
        owner.put(
                "/projects/" + project + "/parameters/schema",
                Map.of("fields", List.of(Map.of("name", "model", "type", "string"))));
        String experiment = owner.post(
                        "/projects/" + project + "/experiments", Map.of("name", "Cold", "visibility", "shared"))
                .id();
        owner.post("/experiments/" + experiment + "/versions", Map.of("values", Map.of("model", "small")));
        owner.put(
                "/projects/" + project + "/parameters/environments/default",
                Map.of("experiment_id", experiment, "version", "v1"));
    }

    /// A preflight, and a run of the project whose end its starter is told.
    private static void preflight(Api owner, String project) {
        Runs runs = new Runs(owner.with("X-Project-Id", project));
        String target = runs.model("Bot of the project", "http://127.0.0.2:1");
        String set = runs.set("Hello", 1);
        owner.post("/preflight-checks", Map.of("test_set_id", set, "endpoint_id", target));
        runs.await(runs.start(set, target, Map.of()));
    }

    /// A run that is executed, against an address that is refused, and one that a client keeps.
    private static void run(Api owner, String set, String test, String project) {
        Runs runs = new Runs(owner);
        String target = runs.model("Bot", "http://127.0.0.2:1");
        String run = runs.start(set, target, Map.of());
        String configuration = owner.with("X-Project-Id", project)
                .create("/test_configurations", Map.of("model_id", target, "test_set_id", set));
        String kept = owner.with("X-Project-Id", project)
                .create("/test_runs", Map.of("test_configuration_id", configuration));
        String result = owner.create(
                "/test_results",
                Map.of(
                        "test_configuration_id", configuration,
                        "test_run_id", kept,
                        "test_id", test,
                        "test_metrics",
                                Map.of("metrics", Map.of("Polite", Map.of("score", 1, "is_successful", true)))));
        Reviews.post(owner, result, "Pass", Reviews.WHOLE);
        owner.create("/review_queues", Map.of("test_run_ids", List.of(kept), "size", 1));
        runs.await(run);
        owner.put("/test_sets/" + set + "/baselines/first", Map.of("test_run_id", run, "reason", "The first"));
        owner.create("/test_runs/" + kept + "/compare", Map.of("baseline", run));
    }
}
