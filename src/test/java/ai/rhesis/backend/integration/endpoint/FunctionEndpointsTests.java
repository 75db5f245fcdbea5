package ai.rhesis.backend.integration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.integration.connector.FunctionRegistry;
import ai.rhesis.backend.integration.connector.RegisteredFunction;
import ai.rhesis.backend.integration.connector.SdkService;
import ai.rhesis.backend.integration.connector.SyncStats;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class FunctionEndpointsTests {

    @Autowired
    Organizations organizations;

    @Autowired
    FunctionRegistry functions;

    private Api api;
    private Answer project;
    private SdkService service;

    @BeforeEach
    void ownProject() {
        api = organizations.create();
        project = api.post("/projects", Map.of("name", "Insurance"));
        service = new SdkService(UUID.fromString(project.id()), "development");
    }

    @Test
    void registeredFunctionIsAnEndpoint() {
        assertThat(register(function("chat", "input", "session_id"))).isEqualTo(new SyncStats(1, 0, 0, List.of()));

        JsonNode endpoint = only();
        assertThat(endpoint.path("name").asString()).isEqualTo("Insurance (chat)");
        assertThat(endpoint.path("connection_type").asString()).isEqualTo("SDK");
        assertThat(endpoint.path("config_source").asString()).isEqualTo("sdk");
        assertThat(endpoint.path("url").asString()).isEmpty();
        assertThat(endpoint.path("environment").asString()).isEqualTo("development");
        assertThat(endpoint.path("project_id").asString()).isEqualTo(project.id());
        assertThat(endpoint.at("/status/name").asString()).isEqualTo("Active");
        assertThat(endpoint.path("description").asString()).isEqualTo("answers");
        assertThat(endpoint.path("request_mapping").toString())
                .isEqualTo("{\"input\":\"{{ input }}\",\"session_id\":\"{{ conversation_id }}\"}");
        JsonNode metadata = endpoint.path("endpoint_metadata");
        assertThat(metadata.path("sdk_connection"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"project_id": "%s", "environment": "development", "function_name": "chat"}
                        """.formatted(project.id())));
        assertThat(metadata.at("/function_schema/parameters/input/type").asString())
                .isEqualTo("str");
        assertThat(metadata.at("/function_schema/return_type").asString()).isEqualTo("dict");
        assertThat(metadata.at("/function_schema/description").asString()).isEqualTo("answers");
        assertThat(metadata.at("/mapping_info/source").asString()).isEqualTo("auto_mapped");
        assertThat(metadata.at("/mapping_info/confidence").asDouble()).isEqualTo(1);
        assertThat(metadata.at("/mapping_info/reasoning").asString()).contains("input");
        assertThat(List.of(
                        metadata.at("/mapping_info/generated_at"),
                        metadata.path("created_at"),
                        metadata.path("last_registered")))
                .allMatch(JsonNode::isString);
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() {
        register(function("chat", "input"), function("search", "q"));
        JsonNode before = list();

        assertThat(register(function("chat", "input"), function("search", "q"))).isEqualTo(SyncStats.NONE);
        assertThat(list()).isEqualTo(before);
    }

    @Test
    void changedFunctionChangesItsEndpoint() {
        register(function("chat", "input"));
        String id = only().path("id").asString();

        assertThat(register(function("chat", "prompt"))).isEqualTo(new SyncStats(0, 1, 0, List.of()));
        assertThat(only().path("id").asString()).isEqualTo(id);
        assertThat(only().path("request_mapping").toString()).isEqualTo("{\"prompt\":\"{{ input }}\"}");
        assertThat(only().at("/endpoint_metadata/function_schema/parameters").propertyNames())
                .containsExactly("prompt");
    }

    @Test
    void vanishedFunctionIsInactiveUntilItIsBack() {
        register(function("chat", "input"), function("search", "q"));

        assertThat(register(function("search", "q"))).isEqualTo(new SyncStats(0, 0, 1, List.of()));
        assertThat(statusOf("Insurance (chat)")).isEqualTo("Inactive");
        assertThat(statusOf("Insurance (search)")).isEqualTo("Active");
        assertThat(register(function("search", "q"))).isEqualTo(SyncStats.NONE);
        assertThat(register(function("chat", "input"), function("search", "q")))
                .isEqualTo(new SyncStats(0, 1, 0, List.of()));
        assertThat(statusOf("Insurance (chat)")).isEqualTo("Active");
    }

    @Test
    void renamedFunctionIsAnotherEndpoint() {
        register(function("chat", "input"));

        assertThat(register(function("talk", "input"))).isEqualTo(new SyncStats(1, 0, 1, List.of()));
        assertThat(statusOf("Insurance (chat)")).isEqualTo("Inactive");
        assertThat(statusOf("Insurance (talk)")).isEqualTo("Active");
    }

    @Test
    void deletedEndpointIsMadeAnew() {
        register(function("chat", "input"));
        String id = only().path("id").asString();
        api.delete("/endpoints/" + id);

        assertThat(register(function("chat", "input")).created()).isEqualTo(1);
        assertThat(only().path("id").asString()).isNotEqualTo(id);
    }

    @Test
    void mappingThatSomebodyWroteIsKept() {
        register(function("chat", "input"));
        String id = only().path("id").asString();
        api.put("/endpoints/" + id, Map.of("request_mapping", Map.of("input", "Please: {{ input }}")));

        assertThat(register(function("chat", "input"))).isEqualTo(new SyncStats(0, 1, 0, List.of()));
        assertThat(only().path("request_mapping").toString()).isEqualTo("{\"input\":\"Please: {{ input }}\"}");
        assertThat(only().at("/endpoint_metadata/mapping_info/source").asString())
                .isEqualTo("previously_saved");
        assertThat(register(function("chat", "input"))).isEqualTo(SyncStats.NONE);
    }

    @Test
    void mappingOfTheDecoratorIsTaken() {
        RegisteredFunction decorated = mapped(Map.of("q", "{{ input }}"), Map.of("output", "$.text"));

        assertThat(register(decorated).created()).isEqualTo(1);
        assertThat(only().path("response_mapping").toString()).isEqualTo("{\"output\":\"$.text\"}");
        assertThat(only().at("/endpoint_metadata/mapping_info/source").asString())
                .isEqualTo("sdk_manual");
        assertThat(register(decorated)).isEqualTo(SyncStats.NONE);
    }

    @Test
    void mappingThatIsNoTemplateIsNamedAndKeepsNoOtherFunctionOut() {
        SyncStats stats =
                register(mapped(Map.of("q", "{{ input"), Map.of("output", "$.text")), function("search", "q"));

        assertThat(stats.created()).isEqualTo(1);
        assertThat(stats.errors()).singleElement().asString().startsWith("ask: request_mapping ");
        assertThat(only().path("name").asString()).isEqualTo("Insurance (search)");
    }

    @Test
    void badMappingDeactivatesNoEndpoint() {
        register(mapped(Map.of("q", "{{ input }}"), Map.of("output", "$.text")));

        assertThat(register(mapped(Map.of("q", "{{ input"), Map.of("output", "$.text"))))
                .matches(stats -> stats.markedInactive() == 0 && stats.errors().size() == 1);
        assertThat(only().at("/status/name").asString()).isEqualTo("Active");
    }

    @Test
    void functionsAreAtMostFiveHundred() {
        RegisteredFunction[] many = IntStream.range(0, 502)
                .mapToObj(number -> function("f" + number, "input"))
                .toArray(RegisteredFunction[]::new);

        SyncStats stats = register(many);

        assertThat(stats.created()).isEqualTo(500);
        assertThat(stats.errors())
                .hasSize(2)
                .first()
                .asString()
                .isEqualTo("f500: a program can register at most 500 functions");
    }

    @Test
    void unusableNameIsAnError() {
        assertThat(register(function(" ", "input"), function("x".repeat(201), "input"))
                        .errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).contains("1 to 200 characters"));
    }

    @Test
    void longNamesAreCut() {
        api.put("/projects/" + project.id(), Map.of("name", "p".repeat(255)));

        assertThat(register(function("chat", "input")).created()).isEqualTo(1);
        assertThat(only().path("name").asString()).isEqualTo("p".repeat(255));
    }

    @Test
    void whatCannotBeStoredIsReplaced() {
        RegisteredFunction odd = new RegisteredFunction(
                "chat", Map.of(), "a\0b", Map.of("description", "c\0d", "request_mapping", Map.of()));

        assertThat(register(odd).created()).isEqualTo(1);
        assertThat(only().path("description").asString()).isEqualTo("c\uFFFDd");
        assertThat(register(odd)).isEqualTo(SyncStats.NONE);
    }

    @Test
    void environmentsAndProjectsAreApart() {
        register(function("chat", "input"));
        SdkService first = service;
        service = new SdkService(first.projectId(), "staging");
        assertThat(register(function("chat", "input")).created()).isEqualTo(1);
        service = new SdkService(
                UUID.fromString(api.post("/projects", Map.of("name", "Bank")).id()), "development");
        assertThat(register(function("chat", "input")).created()).isEqualTo(1);

        assertThat(register(function("pay", "input"))).isEqualTo(new SyncStats(1, 0, 1, List.of()));
        assertThat(list().valueStream()
                        .filter(endpoint ->
                                endpoint.at("/status/name").asString().equals("Inactive"))
                        .map(endpoint -> endpoint.path("name").asString()))
                .containsExactly("Bank (chat)");
    }

    @Test
    void otherOrganizationsFunctionsAreUntouched() {
        register(function("chat", "input"));
        Api stranger = organizations.create();
        Answer foreign = stranger.post("/projects", Map.of("name", "Theirs"));

        assertThat(tenantOf(foreign)
                        .<SyncStats, RuntimeException>call(() -> functions.register(
                                new SdkService(UUID.fromString(foreign.id()), "development"),
                                List.of(function("chat", "input")))))
                .isEqualTo(new SyncStats(1, 0, 0, List.of()));
        assertThat(list()).hasSize(1);
        assertThat(only().at("/status/name").asString()).isEqualTo("Active");
        assertThat(stranger.get("/endpoints").json().get(0).path("name").asString())
                .isEqualTo("Theirs (chat)");
    }

    private SyncStats register(RegisteredFunction... registered) {
        return tenantOf(project)
                .<SyncStats, RuntimeException>call(() -> functions.register(service, List.of(registered)));
    }

    private static RegisteredFunction function(String name, String... parameters) {
        Map<String, @Nullable Object> taken = new HashMap<>();
        for (String parameter : parameters) {
            Map<String, @Nullable Object> type = new HashMap<>();
            type.put("type", "str");
            type.put("default", null);
            taken.put(parameter, type);
        }
        return new RegisteredFunction(name, taken, "dict", Map.of("description", "answers"));
    }

    private static RegisteredFunction mapped(Map<String, Object> request, Map<String, Object> response) {
        return new RegisteredFunction(
                "ask",
                Map.of("q", Map.of("type", "str")),
                "dict",
                Map.of("request_mapping", request, "response_mapping", response));
    }

    private JsonNode list() {
        return api.get("/endpoints?limit=100").json();
    }

    private JsonNode only() {
        assertThat(list()).hasSize(1);
        return list().get(0);
    }

    private String statusOf(String name) {
        return list().valueStream()
                .filter(endpoint -> endpoint.path("name").asString().equals(name))
                .map(endpoint -> endpoint.at("/status/name").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Tenant tenantOf(Answer created) {
        return new Tenant(
                UUID.fromString(Objects.requireNonNull(created.text("organization_id"))),
                UUID.fromString(Objects.requireNonNull(created.text("user_id"))));
    }
}
