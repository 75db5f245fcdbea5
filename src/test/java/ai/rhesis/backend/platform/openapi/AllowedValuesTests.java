package ai.rhesis.backend.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Reviews;
import ai.rhesis.backend.support.SentTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Sends a value that is not allowed to every enumeration of the document.
@IntegrationTest
class AllowedValuesTests {

    private static final String NONSENSE = "nonsense";

    @Autowired
    Organizations organizations;

    @Autowired
    LiveDocument live;

    @TestFactory
    Stream<DynamicTest> everyRefusedPropertyListsWhatIsAllowed() {
        Api api = organizations.create();
        List<DynamicTest> tests = new ArrayList<>();
        Schemas.forEachOperation(live.read(), (route, operation) -> {
            JsonNode body = operation.at("/requestBody/content/application~1json");
            if (route.startsWith("post ") && !body.isMissingNode()) {
                enumerations(body.path("schema"), List.of())
                        .forEach(place -> tests.add(DynamicTest.dynamicTest(
                                route + " " + place.keys(), () -> refuses(api, route, body.path("example"), place))));
            }
        });
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyRefusedChangeListsWhatIsAllowed() {
        Api api = organizations.create();
        Map<String, String> objects = objects(api);
        List<DynamicTest> tests = new ArrayList<>();
        Schemas.forEachOperation(live.read(), (route, operation) -> {
            JsonNode body = operation.at("/requestBody/content/application~1json");
            if ((route.startsWith("put ") || route.startsWith("patch ")) && !body.isMissingNode()) {
                enumerations(body.path("schema"), List.of())
                        .forEach(place -> tests.add(DynamicTest.dynamicTest(
                                route + " " + place.keys(),
                                () -> refuses(
                                        api, changed(route, objects), JsonNodeFactory.instance.objectNode(), place))));
            }
        });
        assertThat(tests).hasSizeGreaterThan(10);
        return tests.stream();
    }

    /// The path of an object for each that changes one, some of whose values are enumerated.
    private static Map<String, String> objects(Api api) {
        String project = api.create("/projects", Map.of("name", "Support bot"));
        Map<String, ?> bot = Map.of("name", "Bot", "connection_type", "REST", "url", "https://bot.example");
        Map<String, ?> metric = Map.of("name", "Polite", "evaluation_prompt", "Is it?", "score_type", "binary");
        Map<String, ?> model = Map.of("name", "Judge", "provider", "openai", "model_name", "m", "key", "k");
        return Map.of(
                "/endpoints/{id}",
                "/endpoints/" + api.create("/endpoints", bot),
                "/metrics/{id}",
                "/metrics/" + api.create("/metrics", metric),
                "/models/{id}",
                "/models/" + api.create("/models", model),
                "/experiments/{id}",
                "/experiments/"
                        + api.post("/projects/" + project + "/experiments", Map.of("name", "Cold"))
                                .id(),
                "/users/{id}",
                "/users/" + api.get("/users").text("0.id"),
                "/test_results/{id}/reviews/{review_id}",
                review(api),
                "/telemetry/traces/{id}/reviews/{review_id}",
                reviewOfSpan(api));
    }

    private static String review(Api api) {
        new KeptRuns(api, 1).run("p");
        String result = String.valueOf(api.get("/test_results").text("0.id"));
        Answer review = Reviews.post(api, result, "Fail", Reviews.WHOLE);
        return "/test_results/" + result + "/reviews/" + review.text("review_id");
    }

    private static String reviewOfSpan(Api api) {
        String project = api.create("/projects", Map.of("name", "Traced"));
        SentTrace trace =
                new SentTrace(api, project).span("a", null, 0, 1, Map.of()).send();
        String reviews = "/telemetry/traces/" + trace.read().text("root_spans.0.id") + "/reviews";
        String status = Reviews.status(api, "TestResult", "Fail");
        Answer review =
                api.post(reviews, Map.of("status_id", status, "comments", "Seen", "target", Map.of("type", "trace")));
        return reviews + "/" + review.text("review_id");
    }

    private static String changed(String route, Map<String, String> objects) {
        String path = route.substring(route.indexOf(' ') + 1);
        String object = objects.get(path);
        assertThat(object).as("make an object of %s in objects()", path).isNotNull();
        return route.substring(0, route.indexOf(' ') + 1) + object;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /tests          | {"prompt": {"content": "x"}, "test_type": "nonsense"}  | test_type     | Multi-Turn
            /test_sets      | {"name": "x", "test_set_type": "nonsense"}             | test_set_type | Single-Turn
            /tests/bulk     | {"tests": [{"prompt": {"content": "x"}, "test_type": "nonsense"}]} | tests.0.test_type | Multi-Turn
            /tasks          | {"title": "x", "status": "nonsense"}                   | status        | Open
            /tasks          | {"title": "x", "priority": "nonsense"}                 | priority      | High
            /metrics        | {"name": "x", "evaluation_prompt": "x", "score_type": "binary", "backend_type": "nonsense"} | backend_type | custom
            /metrics        | {"name": "x", "evaluation_prompt": "x", "class_name": "contans"} | class_name | contains
            /models         | {"name": "x", "model_name": "x", "provider": "nonsense"} | provider    | openai
            """)
    void aRefusedNameListsWhatIsAllowed(String path, String body, String field, String allowed) {
        Answer refused = organizations.create().post(path, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body." + field);
        assertThat(refused.text("detail.0.msg")).contains(allowed);
    }

    @TestFactory
    Stream<DynamicTest> everyRefusedParameterListsWhatIsAllowed() {
        Api api = organizations.create();
        List<DynamicTest> tests = new ArrayList<>();
        Schemas.forEachOperation(
                live.read(),
                (route, operation) -> operation
                        .path("parameters")
                        .valueStream()
                        .map(this::resolved)
                        .filter(parameter -> parameter.at("/schema/enum").isArray())
                        .forEach(parameter -> tests.add(DynamicTest.dynamicTest(
                                route + " " + parameter.path("name").asString(),
                                () -> refuses(
                                        api,
                                        route,
                                        operation.at("/requestBody/content/application~1json/example"),
                                        parameter)))));
        assertThat(tests).hasSizeGreaterThan(10);
        return tests.stream();
    }

    private static void refuses(Api api, String route, JsonNode example, Place place) {
        String[] parts = route.split(" ");
        String path = parts[1].replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        HttpMethod method = HttpMethod.valueOf(parts[0].toUpperCase(Locale.ROOT));
        Answer refused = api.send(method, path, place.in(example).toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("detail").valueStream().map(JsonNode::toString))
                .anySatisfy(violation ->
                        assertThat(violation).contains(place.names()).contains(place.allowed()));
    }

    private static void refuses(Api api, String route, JsonNode example, JsonNode parameter) {
        String[] parts = route.split(" ");
        String path = parts[1].replace("{table}", "test")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        String query = "?" + parameter.path("name").asString() + "=" + NONSENSE;
        HttpMethod method = HttpMethod.valueOf(parts[0].toUpperCase(Locale.ROOT));
        Answer refused = api.send(method, path + query, method == HttpMethod.GET ? null : example.toString());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(texts(refused.at("allowed_values"))).containsAll(texts(parameter.at("/schema/enum")));
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : live.read().at(reference.substring(1));
    }

    /// Where a body holds one of these values, by the keys that lead there.
    private record Place(List<String> keys, List<String> allowed) {

        JsonNode in(JsonNode example) {
            ObjectNode body = (ObjectNode) example.deepCopy();
            ObjectNode at = body;
            for (String key : keys.subList(0, keys.size() - 1)) {
                at = at.path(key).isObject() ? (ObjectNode) at.path(key) : at.putObject(key);
            }
            if (keys.getLast().endsWith("[]")) {
                ArrayNode list = at.putArray(keys.getLast().replace("[]", ""));
                list.add(NONSENSE);
            } else {
                at.put(keys.getLast(), NONSENSE);
            }
            return body;
        }

        /// The names alone, as a violation has them.
        String[] names() {
            return keys.stream().map(key -> key.replace("[]", "")).toArray(String[]::new);
        }
    }

    private List<Place> enumerations(JsonNode schema, List<String> keys) {
        List<Place> places = new ArrayList<>();
        Schemas.forEachProperty(resolved(schema), (name, property) -> {
            List<String> inner = Stream.concat(keys.stream(), Stream.of(name)).toList();
            List<String> list =
                    Stream.concat(keys.stream(), Stream.of(name + "[]")).toList();
            JsonNode alternative = property.path("anyOf").path(0);
            Stream.of(property, alternative)
                    .filter(one -> one.path("enum").isArray())
                    .forEach(one -> places.add(new Place(inner, texts(one.path("enum")))));
            if (property.at("/items/enum").isArray()) {
                places.add(new Place(list, texts(property.at("/items/enum"))));
            }
            JsonNode nested = property.has("$ref") ? property : alternative;
            if (nested.has("$ref") && keys.isEmpty()) {
                places.addAll(enumerations(nested, inner));
            }
        });
        return places;
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream()
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .toList();
    }
}
