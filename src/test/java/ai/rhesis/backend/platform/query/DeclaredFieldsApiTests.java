package ai.rhesis.backend.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Household;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Sorts and filters every list by every field that it declares.
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeclaredFieldsApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeAll
    void severalOfEverything() {
        api = organizations.create();
        Household.fill(organizations, api);
        String status = api.get("/statuses?limit=1").texts("id").getFirst();
        for (int i = 0; i < 5; i++) {
            Map<String, Object> named = Map.of("name", "n" + i / 2 + "-" + i, "description", "d" + i / 2);
            for (String path : List.of("/categories", "/topics", "/requirements", "/projects", "/test_sets", "/tags")) {
                api.create(path, named);
            }
            api.create("/prompts", Map.of("content", "c" + i / 2, "status_id", status));
            api.create("/sources", Map.of("title", "s" + i / 2));
            api.create("/tools", Household.tool(api, "t" + i / 2));
            api.create("/prompt_templates", Map.of("content", "c" + i / 2, "status_id", status));
            api.create("/architect/sessions", Map.of("title", "a" + i / 2, "mode", "m" + i / 2));
            String test = api.create(
                    "/tests", Map.of("prompt", Map.of("content", "p"), "priority", i / 2, "status_id", status));
            api.create("/tasks", Map.of("title", "t" + i / 2, "entity_type", "Test", "entity_id", test));
            api.create("/comments", Map.of("content", "c" + i / 2, "entity_type", "Test", "entity_id", test));
            api.upload("/files?entity_type=Test&entity_id=" + test, Map.of("f" + i + ".txt", new byte[] {(byte) i}));
            api.create(
                    "/models",
                    Map.of("name", "m" + i, "provider", "ollama", "model_name", "g", "dimension", 1 + i / 2));
            api.create(
                    "/metrics",
                    Map.of(
                            "name", "j" + i,
                            "score_type", "numeric",
                            "max_score", 1.5 + i / 2,
                            "threshold", 0.25 + i / 2,
                            "metric_scope", List.of("Single-Turn"),
                            "evaluation_prompt", "p" + i / 2));
            String configuration = api.create(
                    "/test_configurations",
                    Map.of(
                            "model_id", api.get("/models?limit=1").texts("id").getFirst(),
                            "test_set_id",
                                    api.get("/test_sets?limit=1").texts("id").getFirst()));
            String run = api.create("/test_runs", Map.of("test_configuration_id", configuration, "name", "r" + i / 2));
            api.create(
                    "/test_results",
                    Map.of("test_configuration_id", configuration, "test_run_id", run, "test_id", test));
            api.create(
                    "/endpoints",
                    Map.of("name", "e" + i, "connection_type", "SDK", "status_id", status, "client_id", "c" + i / 2));
            api.post(
                    "/projects/" + api.get("/projects?limit=1").texts("id").getFirst() + "/experiments",
                    Map.of(
                            "name",
                            "x" + i,
                            "description",
                            "d" + i / 2,
                            "visibility",
                            i % 2 == 0 ? "shared" : "private"));
            api.post("/tokens", Map.of("name", "t" + i / 2));
            api.post("/users", Map.of("email", Organizations.newAddress(), "given_name", "g" + i / 2));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFieldIsFiltered() {
        return everyField((path, field) -> {
            List<JsonNode> all = Walk.through(api, path + "?limit=100&cursor=");
            String value = all.stream()
                    .map(item -> item.path(field.name()))
                    .filter(node -> !node.isNull() && !node.isMissingNode())
                    .map(JsonNode::asString)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse(sample(field));
            long same =
                    all.stream().filter(item -> text(item, field).equals(value)).count();
            long absent = all.stream()
                    .filter(item -> item.path(field.name()).isNull())
                    .count();
            String quoted = "'" + value.replace("'", "''") + "'";
            String unquoted = field.type() == ValueType.TEXT ? quoted : value;
            assertThat(total(path, field.name() + " eq " + quoted))
                    .as(path + " " + field.name())
                    .isEqualTo(same);
            assertThat(total(path, field.name() + " eq " + unquoted)).isEqualTo(same);
            assertThat(total(path, field.name() + " in (" + quoted + "," + unquoted + ")"))
                    .isEqualTo(same);
            assertThat(total(path, field.name() + " ne " + quoted)).isEqualTo(all.size() - same);
            assertThat(total(path, field.name() + " eq null")).isEqualTo(absent);
            assertThat(total(path, field.name() + " ne null")).isEqualTo(all.size() - absent);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyFieldSortsAndIsWalkedByCursor() {
        return everyField((path, field) -> {
            List<String> up = ids(path, field, "asc");
            List<String> down = ids(path, field, "desc");
            assertThat(up).hasSizeGreaterThan(path.equals("/organizations") ? 0 : 4);
            assertThat(down.reversed()).isEqualTo(up);
            String byPages = path + "?limit=" + Math.max(2, up.size() / 4) + "&sort_by=" + field.name();
            assertThat(walked(byPages + "&sort_order=asc&cursor=")).isEqualTo(up);
            assertThat(walked(byPages + "&sort_order=desc&cursor=")).isEqualTo(down);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyLinkIsFollowed() {
        return Declarations.all().stream()
                .flatMap(fields -> fields.reachable().stream()
                        .filter(name -> name.contains("/"))
                        .map(name -> DynamicTest.dynamicTest(fields.resource() + " " + name, () -> {
                            String path = "/" + fields.resource();
                            String nothing =
                                    name.contains("any(") ? name.replace("eq …", "eq null") : name + " eq null";
                            String something = nothing.replace("eq null", "ne null");
                            long all = api.get(path + "?limit=1").total();
                            assertThat(total(path, something) + total(path, "not " + inBrackets(something)))
                                    .isEqualTo(all);
                            assertThat(total(path, nothing)).isLessThanOrEqualTo(all);
                        })));
    }

    private static String inBrackets(String condition) {
        return "(" + condition + ")";
    }

    private Stream<DynamicTest> everyField(Check check) {
        return Declarations.all().stream()
                .flatMap(fields -> fields.all().stream()
                        .map(field -> DynamicTest.dynamicTest(
                                fields.resource() + " " + field.name(),
                                () -> check.of("/" + fields.resource(), field))));
    }

    private long total(String path, String filter) {
        Answer found = api.get(path + "?limit=100&$filter={filter}", filter);
        assertThat(found.status()).as(filter + found.json()).isEqualTo(200);
        assertThat(found.size()).isEqualTo((int) Math.min(100, found.total()));
        return found.total();
    }

    private List<String> ids(String path, Field field, String order) {
        List<String> all = new ArrayList<>();
        String page = path + "?limit=100&sort_by=" + field.name() + "&sort_order=" + order + "&skip=";
        for (Answer answer = api.get(page + 0); answer.size() > 0; answer = api.get(page + all.size())) {
            all.addAll(answer.texts("id"));
        }
        return all;
    }

    private List<String> walked(String path) {
        return Walk.through(api, path).stream()
                .map(item -> item.path("id").asString())
                .toList();
    }

    private static String text(JsonNode item, Field field) {
        JsonNode value = item.path(field.name());
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }

    private static String sample(Field field) {
        return switch (field.type()) {
            case TEXT -> "nobody's";
            case UUID -> "00000000-0000-7000-8000-000000000000";
            case NUMBER -> "1";
            case DECIMAL -> "0.5";
            case BOOLEAN -> "true";
            case TIMESTAMP -> "2026-01-31T12:00:00Z";
        };
    }

    @FunctionalInterface
    private interface Check {

        void of(String path, Field field);
    }
}
