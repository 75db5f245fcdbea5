package ai.rhesis.backend.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Logs;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sends every route there is what trips programs over, in every place that takes input: whatever it is, the answer is
/// no 5xx and the log has no error.
@IntegrationTest
class HostileRequestTests {

    private static final List<String> PATHS = List.of(
            "%00",
            "%",
            "%zz",
            "%ED%A0%80",
            "%FF",
            "2147483648",
            "9223372036854775808",
            "1e300",
            "..%2f..",
            "%2e%2e",
            "null",
            "'",
            ";",
            "%F0%9F%98%80",
            "a".repeat(3000));

    private static final List<String> VALUES = List.of(
            "%00",
            "%",
            "%zz",
            "%ED%A0%80",
            "%FF",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "1e300",
            "1e400",
            "-1",
            "NaN",
            "''",
            "'",
            "(",
            "true",
            "null",
            "%F0%9F%98%80",
            "%5B%5D",
            "0x10",
            "1.9",
            "",
            "a".repeat(5000));

    private static final List<String> FILTERS = List.of(
            "id%20eq%202147483648",
            "name%20eq%209223372036854775808",
            "created_at%20gt%201e300",
            "threshold%20gt%201e400",
            "threshold%20eq%20'1e2147483647'",
            "created_at%20eq%20'+999999999-01-01'",
            "name%20eq%20'%00'",
            "contains(name,'%EF%BF%BF')",
            "((((((((((((((((((((((((name",
            "name%20in%20()",
            "any(any(any(",
            "eq%20eq%20eq",
            "created_at%20lt%20-9999-01-01");

    private static final List<String> JSON = List.of(
            "1e400",
            "1e300",
            "1e999999999",
            "1.9",
            "2147483648",
            "-9223372036854775809",
            "0.1234567890123456789",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\"",
            "null",
            "true",
            "[]",
            "{}",
            "[null]",
            "{\"99999999999\":\"\\u0000\"}",
            "\"" + "x".repeat(70_000) + "\"",
            "[".repeat(150) + "]".repeat(150),
            "[".repeat(450) + "]".repeat(450));

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "1",
            "\"x\"",
            "{",
            "{\"a\":",
            "{}{}",
            "{} x",
            "nul",
            "{'a':1}",
            "{\"a\":NaN}",
            "\uFEFF{}",
            "[1e400]",
            "[".repeat(100_000),
            "{\"a\":".repeat(5_000),
            "{\"a\":" + "9".repeat(2_000) + "}",
            "\u0000",
            "{\"\\u0000\":1}");

    private static final List<String> TYPES = List.of(
            "x",
            "/",
            "application/",
            ";",
            "application/json;charset=none",
            "*/*",
            "text/plain",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded");

    private static final Map<String, List<String>> HEADERS = Map.of(
            "Accept", List.of("x", ";;", "application/", "*/*;q=9", "application/json;q=z"),
            "If-Match", List.of("x", "\"", "\"\"", "W/", "*,*", "\"9223372036854775808.x\"", ","),
            "If-None-Match", List.of("x", "\"", "W/\"", "*", ",", "\"a\",b"),
            "If-Modified-Since", List.of("x", "Thu, 99 Jan"),
            "X-Project-Id", List.of("x", "", "00000000-0000-0000-0000-00000000000g"),
            "Idempotency-Key", List.of("", "\u00e4", "x".repeat(300)),
            "X-Request-ID", List.of("", "\u00e4", "x".repeat(300)),
            "Range", List.of("bytes=-", "bytes=9223372036854775808-", "x=0-1"),
            "Expect", List.of("x"),
            "Origin", List.of("null", "x"));

    private static final JsonMapper MAPPER = JsonMapper.shared();

    @Autowired
    Organizations organizations;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Value("${local.server.port}")
    int port;

    private String token = "";
    private final List<String> tripped = new ArrayList<>();
    private JsonNode document = MAPPER.createObjectNode();

    @TestFactory
    Stream<DynamicTest> nothingTripsOverAnyRoute() {
        Api owner = organizations.create();
        Map<String, ObjectNode> objects = examples(owner);
        token = String.valueOf(owner.post("/tokens", Map.of("name", "hostile")).text("access_token"));
        document = organizations.anonymous().get("/openapi.json").json();
        return routes().map(route -> DynamicTest.dynamicTest(route, () -> {
            tripped.clear();
            try (Logs logs = Logs.errors()) {
                String[] parts = route.split(" ", 2);
                trouble(parts[0], parts[1], objects);
                assertThat(tripped).isEmpty();
                assertThat(logs.lines()).isEmpty();
            }
        }));
    }

    /// One object of each kind that can be changed by itself, as it is read.
    private static Map<String, ObjectNode> examples(Api owner) {
        Map<String, Map<String, ?>> made = Map.of(
                "categories", Map.of("name", "Refusals"),
                "topics", Map.of("name", "Returns"),
                "requirements", Map.of("name", "Refuses politely"),
                "projects", Map.of("name", "Support bot"),
                "prompts", Map.of("content", "Hello"),
                "tests", Map.of("prompt", Map.of("content", "Hello")),
                "test_sets", Map.of("name", "Smoke"),
                "metrics",
                        Map.of(
                                "name",
                                "Polite",
                                "score_type",
                                "numeric",
                                "metric_scope",
                                List.of("Single-Turn"),
                                "evaluation_prompt",
                                "Is this polite?",
                                "min_score",
                                0,
                                "max_score",
                                1,
                                "threshold",
                                0.5),
                "tasks", Map.of("title", "Look at it"));
        Map<String, ObjectNode> examples = new java.util.TreeMap<>();
        made.forEach((resource, body) -> {
            String id = owner.create("/" + resource, body);
            examples.put(
                    resource, (ObjectNode) owner.get("/" + resource + "/" + id).json());
        });
        return examples;
    }

    private void trouble(String method, String path, Map<String, ObjectNode> objects) throws IOException {
        String plain = path.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        for (String bad : path.contains("{") ? PATHS : List.<String>of()) {
            send(method, path.replaceAll("\\{[^}]+}", bad), "{}");
        }
        for (String parameter : parameters(method, path)) {
            for (String value : VALUES) {
                send(method, plain + "?" + parameter + "=" + value, "{}");
            }
        }
        if (parameters(method, path).contains("$filter")) {
            for (String filter : FILTERS) {
                send(method, plain + "?$filter=" + filter, "");
            }
        }
        boolean isExample = path.startsWith("/prompts") || path.startsWith("/files") || path.startsWith("/auth");
        for (Map.Entry<String, List<String>> header :
                isExample ? HEADERS.entrySet() : Set.<Map.Entry<String, List<String>>>of()) {
            for (String value : header.getValue()) {
                check(request(method, plain).with(header.getKey(), value).withJson("{}"));
            }
        }
        if (!method.equals("GET")) {
            bodies(method, path, plain, objects);
        }
    }

    private void bodies(String method, String path, String plain, Map<String, ObjectNode> objects) throws IOException {
        for (String body : BODIES) {
            send(method, plain, body);
        }
        for (String type : TYPES) {
            check(request(method, plain).with(type, "{}".getBytes()));
        }
        check(request(method, plain).with("Transfer-Encoding", "chunked").followedBy("zz\r\n{}\r\n0\r\n\r\n"));
        check(request(method, plain).with("Transfer-Encoding", "chunked").followedBy("-1\r\n"));
        check(request(method, plain)
                .with("Content-Type", "application/json")
                .with("Transfer-Encoding", "chunked")
                .followedBy("2\r\n{}xx"));
        String[] names = path.split("/");
        ObjectNode example = names.length > 1 ? objects.get(names[1]) : null;
        boolean isObject =
                path.matches("/[a-z_]+/\\{id}") && List.of("PUT", "PATCH").contains(method);
        boolean isCollection = path.matches("/[a-z_]+") && method.equals("POST");
        String target = isObject && example != null
                ? "/" + names[1] + "/" + example.path("id").asString()
                : plain;
        for (String property : properties(method, path)) {
            for (String value : JSON) {
                send(
                        method,
                        target,
                        body(property, value, isCollection && example != null ? example : MAPPER.createObjectNode()));
            }
        }
    }

    private static String body(String property, String value, ObjectNode rest) {
        ObjectNode others = rest.deepCopy();
        others.remove(property);
        String text = others.toString();
        String separator = others.isEmpty() ? "" : ",";
        return "{\"" + property + "\":" + value + separator + text.substring(1);
    }

    private void send(String method, String target, String body) throws IOException {
        RawRequest request = request(method, target);
        check(method.equals("GET") ? request : request.withJson(body));
    }

    private RawRequest request(String method, String target) {
        return RawRequest.of(method, target).with("Authorization", "Bearer " + token);
    }

    private void check(RawRequest request) throws IOException {
        String answer = request.send(port);
        int status = RawRequest.statusOf(answer);
        if (status == 0 || status >= 500 || answer.contains("java.") || answer.contains("ai.rhesis")) {
            String body = new String(request.body(), 0, Math.min(120, request.body().length));
            tripped.add(status + " " + request.method() + " " + shortened(request.target()) + " "
                    + request.headers()
                            .replaceAll("(?s)Authorization.*?\r\n", "")
                            .strip() + " " + body);
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(160, text.length()));
    }

    private Collection<String> parameters(String method, String path) {
        Set<String> names = new TreeSet<>(Set.of("x"));
        operation(method, path).path("parameters").forEach(parameter -> {
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.path("name").asString());
            }
        });
        return names;
    }

    private List<String> properties(String method, String path) {
        JsonNode schema = operation(method, path)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        String reference = schema.path("$ref").asString("");
        JsonNode named = document.at(reference.replace("#", "")).path("properties");
        return List.copyOf((reference.isEmpty() ? schema.path("properties") : named).propertyNames());
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(java.util.Locale.ROOT));
    }

    /// Without what would end the test itself, and what would call out.
    private Stream<String> routes() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(route -> route.getValue().getBeanType().getPackageName().startsWith("ai.rhesis"))
                .flatMap(route -> route.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method ->
                                route.getKey().getPatternValues().stream().map(path -> method + " " + path)))
                .sorted();
    }
}
