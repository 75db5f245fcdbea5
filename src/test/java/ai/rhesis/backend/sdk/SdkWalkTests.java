package ai.rhesis.backend.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Goes as the published SDK does through every collection: push, pull by id and by name, push again, delete.
///
/// A new collection is one line in the table.
@IntegrationTest
class SdkWalkTests {

    private static final String ORGANIZATIONS = "organizations";

    private static final String BOT = "https://bot.example.com/chat";

    /// Collections that only the frontend has.
    private static final Set<String> OF_THE_FRONTEND = Set.of("tools", "prompt_templates");

    /// Whoever is deleted here stays readable, for what they made points at them.
    private static final Set<String> STAYING = Set.of("users");

    private static final List<Collection> COLLECTIONS = List.of(
            Collection.of(ORGANIZATIONS, "name", Map.of("name", "Walkers")),
            Collection.of("users", "email", Map.of("email", "Walker@example.com"))
                    .changing("given_name"),
            Collection.of("tokens", "name", Map.of("name", "Nightly run")),
            Collection.of("projects", "name", Map.of("name", "Support bot")),
            Collection.of("prompts", "name", Map.of("name", "Greeting", "content", "Hello")),
            Collection.of("categories", "name", Map.of("name", "Harmlessness")),
            Collection.of("topics", "name", Map.of("name", "Returns")),
            Collection.of("requirements", "name", Map.of("name", "Answers politely")),
            Collection.of("statuses", "name", Map.of("name", "Parked")),
            Collection.of("type_lookups", "type_value", Map.of("type_name", "TestType", "type_value", "Spoken")),
            Collection.of("sources", "title", Map.of("title", "Policy", "content", "Water damage is covered.")),
            Collection.of("tags", "name", Map.of("name", "Nightly")),
            Collection.of(
                    "models",
                    "name",
                    Map.of("name", "Judge", "provider", "openai", "model_name", "gpt", "key", "sk-1")),
            Collection.of(
                    "tests",
                    "name",
                    Map.of(
                            "name", "Says hello",
                            "prompt", Map.of("content", "Hello"),
                            "category", "Helpfulness",
                            "topic", "Greetings",
                            "requirement", "Greets")),
            Collection.of("test_sets", "name", Map.of("name", "Smoke", "tags", List.of("fast"))),
            Collection.of(
                    "metrics",
                    "name",
                    Map.of(
                            "name", "Politeness",
                            "evaluation_prompt", "Is the answer polite?",
                            "score_type", "numeric",
                            "metric_scope", List.of("Single-Turn"))),
            Collection.of("endpoints", "name", Map.of("name", "Bot", "connection_type", "REST", "url", BOT)),
            Collection.nameless("test_configurations", sdk -> Map.of("endpoint_id", idOf(endpoint(sdk)))),
            new Collection("experiments", "name", "name", SdkWalkTests::experiment),
            Collection.of(
                    "test_runs",
                    "name",
                    sdk -> Map.of("name", "Nightly", "test_configuration_id", idOf(configuration(sdk)))),
            Collection.nameless(
                    "test_results",
                    sdk -> Map.of(
                            "test_configuration_id", idOf(configuration(sdk)),
                            "test_id", idOf(test(sdk)),
                            "test_output", Map.of("output", "Hello"))),
            Collection.nameless("review_queues", sdk -> Map.of("test_run_ids", List.of(runWithResult(sdk)), "size", 1)),
            Collection.of("comments", "content", sdk -> about(sdk, "content", "Well done")),
            Collection.of("tasks", "title", sdk -> about(sdk, "title", "Look at it")),
            new Collection(
                    "files", "filename", "filename", sdk -> sdk.upload("Test", test(sdk), "Answer.txt", "Hello")));

    @Autowired
    Organizations organizations;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> everyCollectionIsWalked() {
        Sdk program = new Sdk(organizations.create());
        Set<String> routes = routes();
        return COLLECTIONS.stream()
                .map(collection -> DynamicTest.dynamicTest(
                        collection.path(), () -> walk(collection, callerOf(collection, program), routes)));
    }

    @Test
    void theTableNamesEveryCollection() {
        Set<String> routes = routes();
        assertThat(COLLECTIONS)
                .extracting(Collection::path)
                .containsExactlyInAnyOrderElementsOf(routes.stream()
                        .filter(route -> route.matches("GET /\\w+/\\{}"))
                        .map(route -> route.split("/")[1])
                        .filter(path -> routes.contains("GET /" + path))
                        .filter(path -> !OF_THE_FRONTEND.contains(path))
                        .toList());
    }

    private static void walk(Collection collection, Sdk sdk, Set<String> routes) {
        String path = collection.path();
        JsonNode pushed = collection.push().apply(sdk);
        String id = idOf(pushed);
        String name = pushed.path(collection.key()).asString();
        assertThat(sdk.pull(path, id).path(collection.key()).asString()).isEqualTo(name);
        if (collection.isNamed()) {
            assertThat(idsOf(sdk.pull(path, collection.key(), name))).containsExactly(id);
        }
        assertThat(idOf(sdk.first(path))).isNotEmpty();
        if (routes.contains("PUT /" + path + "/{}")) {
            requireChange(collection, sdk, id);
        }
        if (routes.contains("DELETE /" + path + "/{}")) {
            assertThat(idOf(sdk.delete(path, id))).isEqualTo(id);
            assertThat(sdk.exists(path, id)).isEqualTo(STAYING.contains(path));
        }
    }

    private static void requireChange(Collection collection, Sdk sdk, String id) {
        ObjectNode pulled = (ObjectNode) sdk.pull(collection.path(), id);
        if (!collection.isNamed()) {
            assertThat(idOf(sdk.push(collection.path(), pulled))).isEqualTo(id);
            return;
        }
        pulled.put(collection.changed(), "Another");
        assertThat(idOf(sdk.push(collection.path(), pulled))).isEqualTo(id);
        assertThat(idsOf(sdk.pull(collection.path(), collection.changed(), "ANOTHER")))
                .containsExactly(id);
    }

    private static String idOf(JsonNode object) {
        return object.path("id").asString();
    }

    private static List<String> idsOf(JsonNode objects) {
        return objects.valueStream().map(SdkWalkTests::idOf).toList();
    }

    /// An organization is made by a person who has none yet, everything else by a program with a token.
    private Sdk callerOf(Collection collection, Sdk program) {
        return collection.path().equals(ORGANIZATIONS)
                ? new Sdk(organizations.register(Organizations.newAddress()))
                : program;
    }

    private static Map<String, ?> about(Sdk sdk, String key, String text) {
        return Map.of(key, text, "entity_type", "Test", "entity_id", idOf(test(sdk)));
    }

    private static JsonNode endpoint(Sdk sdk) {
        return sdk.push("endpoints", Map.of("name", "Some bot", "connection_type", "REST", "url", BOT));
    }

    /// An experiment is made under its project.
    private static JsonNode experiment(Sdk sdk) {
        String project = idOf(sdk.push("projects", Map.of("name", "Bot with parameters")));
        return sdk.push("projects/" + project + "/experiments", Map.of("name", "Tuning"));
    }

    private static JsonNode configuration(Sdk sdk) {
        return sdk.push("test_configurations", Map.of("endpoint_id", idOf(endpoint(sdk))));
    }

    private static String runWithResult(Sdk sdk) {
        String configuration = idOf(configuration(sdk));
        String run = idOf(sdk.push("test_runs", Map.of("test_configuration_id", configuration)));
        Map<String, ?> passed = Map.of("metrics", Map.of("Polite", Map.of("score", 1, "is_successful", true)));
        sdk.push(
                "test_results",
                Map.of(
                        "test_configuration_id", configuration,
                        "test_run_id", run,
                        "test_id", idOf(test(sdk)),
                        "test_metrics", passed));
        return run;
    }

    private static JsonNode test(Sdk sdk) {
        return sdk.push("tests", Map.of("prompt", Map.of("content", "Hello")));
    }

    /// All of them, with the names of variables left out.
    private Set<String> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> route.getPatternValues().stream()
                                .map(path -> method + " " + path.replaceAll("\\{\\w+}", "{}"))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
