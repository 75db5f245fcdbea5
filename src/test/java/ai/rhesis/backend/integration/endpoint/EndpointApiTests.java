package ai.rhesis.backend.integration.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class EndpointApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void newEndpointIsActiveAndItsTypeIsReadInAnyCase() {
        Map<String, Object> bot = bot();
        bot.put("connection_type", "websocket");
        bot.put("url", "wss://bot.example.com");
        Answer created = api.post("/endpoints", bot);
        assertThat(created.text("connection_type")).isEqualTo("WebSocket");
        assertThat(created.text("status.name")).isEqualTo("Active");
        assertThat(api.put("/endpoints/" + created.id(), "{\"status_id\": null}")
                        .text("status"))
                .isNull();
    }

    @Test
    void schemasNameWhatMappingsReadAndWrite() {
        Answer schema = api.get("/endpoints/schema");
        assertThat(schema.at("input_schema").path("properties").propertyNames()).contains("input", "messages");
        assertThat(schema.at("output_schema").path("properties").propertyNames())
                .contains("output", "tool_calls");
    }

    @Test
    void whatIsCreatedCanBeRead() {
        String project = api.create("/projects", Map.of("name", "Bots"));
        String status = api.get("/statuses?limit=1").texts("id").getFirst();
        Map<String, Object> bot = bot();
        bot.put("project_id", project);
        bot.put("status_id", status);
        bot.put("scopes", List.of("chat"));
        Answer created = api.post("/endpoints", bot);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("method")).isEqualTo("POST");
        assertThat(created.text("environment")).isEqualTo("development");
        assertThat(created.text("config_source")).isEqualTo("manual");
        assertThat(created.text("response_format")).isEqualTo("json");
        assertThat(created.text("request_mapping.messages.0.content")).isEqualTo("{{ input }}");
        assertThat(created.text("request_headers.X-Team")).isEqualTo("blue");
        assertThat(created.text("project.name")).isEqualTo("Bots");
        assertThat(created.text("status.id")).isEqualTo(status);
        assertThat(created.text("scopes.0")).isEqualTo("chat");
        assertThat(api.get("/endpoints/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/endpoints").at("0")).isEqualTo(created.json());
        assertThat(api.get("/endpoints?$filter={filter}", "project/name eq 'Bots' and connection_type eq 'REST'")
                        .total())
                .isEqualTo(1);
    }

    @Test
    void settingsThatNoCallNeedsAreKept() {
        Map<String, Object> kept = Map.of(
                "openapi_spec_url", "https://bot.example.com/openapi.json",
                "openapi_spec", Map.of("openapi", "3.1.0"),
                "auth", Map.of("type", "bearer"),
                "input_mappings", Map.of("a", "b"),
                "validation_rules", Map.of("max", 5),
                "llm_suggestions", Map.of("method", "POST"),
                "endpoint_metadata", Map.of("mapping_info", Map.of("confidence", 0.9)),
                "disable_tracing", true);
        Map<String, Object> bot = bot();
        assertThat(api.post("/endpoints", bot).at("disable_tracing").asBoolean(true))
                .isFalse();
        bot.putAll(kept);
        Answer created = api.post("/endpoints", bot);
        kept.keySet().forEach(key -> assertThat(created.at(key)).as(key).isEqualTo(JSON.valueToTree(kept.get(key))));
        Answer changed = api.put("/endpoints/" + created.id(), "{\"openapi_spec\": null, \"disable_tracing\": false}");
        assertThat(changed.text("openapi_spec")).isNull();
        assertThat(changed.at("disable_tracing").asBoolean(true)).isFalse();
        assertThat(changed.at("validation_rules.max").asInt()).isEqualTo(5);
        bot.put("auth", Map.of("bearer", List.of(Map.of("api_key", "very secret"))));
        assertThat(api.post("/endpoints", bot).badFields()).containsExactly("body.auth");
    }

    @Test
    void projectAndCreatorAreShown() {
        Map<String, Object> bot = bot();
        bot.put("project_id", api.create("/projects", Map.of("name", "Bots", "icon", "SmartToy")));
        Answer created = api.post("/endpoints", bot);
        assertThat(created.text("project.icon")).isEqualTo("SmartToy");
        assertThat(created.text("user.id")).isEqualTo(created.text("user_id"));
        assertThat(created.text("user.email")).contains("@");
    }

    @Test
    void namesNeedNotDiffer() {
        api.create("/endpoints", bot());
        assertThat(api.post("/endpoints", bot()).status()).isEqualTo(200);
    }

    @Test
    void whatIsAbsentStaysAndNullClears() {
        String path = "/endpoints/" + api.create("/endpoints", bot());
        Answer changed = api.put(path, "{\"description\": \"d\", \"request_mapping\": null}");
        assertThat(changed.text("url")).isEqualTo("https://bot.example.com/chat");
        assertThat(changed.text("request_mapping")).isNull();
        assertThat(changed.text("response_mapping.output")).isEqualTo("$.choices[0].message.content");
        assertThat(changed.at("has_auth_token").asBoolean()).isTrue();
    }

    @Test
    void secretsAreInNoAnswer() {
        Map<String, Object> bot = bot();
        bot.put("client_secret", "cs-very-secret");
        Answer created = api.post("/endpoints", bot);
        String path = "/endpoints/" + created.id();
        assertThat(created.at("has_auth_token").asBoolean()).isTrue();
        assertThat(created.at("has_client_secret").asBoolean()).isTrue();
        bot.put("url", "ftp://x");
        for (Answer answer : new Answer[] {
            created,
            api.put(path, Map.of("auth_token", "at-very-secret", "description", "x")),
            api.get(path),
            api.get("/endpoints"),
            api.post("/endpoints", bot),
            api.delete(path),
            api.get(path),
            api.get("/recycle/endpoint"),
            api.post("/recycle/endpoint/" + created.id() + "/restore", null)
        }) {
            assertThat(answer.json().toString())
                    .doesNotContain("very-secret", "\"auth_token\"", "\"client_secret\"", "encrypted");
        }
        assertThat(api.put(path, "{\"auth_token\": null, \"client_secret\": \"\"}")
                        .at("has_auth_token")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void secretIsNeverSentToAnotherHost() {
        String path = "/endpoints/" + api.create("/endpoints", bot());
        assertThat(api.put(path, Map.of("url", "https://bot.example.com/v2")).status())
                .isEqualTo(200);
        for (String elsewhere : List.of(
                "https://evil.example/chat",
                "http://bot.example.com/chat",
                "https://bot.example.com:8443/chat",
                "https://bot.example.com.evil.example/chat")) {
            assertThat(api.put(path, Map.of("url", elsewhere)).badFields()).containsExactly("body.auth_token");
        }
        assertThat(api.put(path, Map.of("url", "wss://bot.example.com", "connection_type", "WebSocket"))
                        .badFields())
                .containsExactly("body.auth_token");
        assertThat(api.get(path).text("url")).isEqualTo("https://bot.example.com/v2");
        assertThat(api.put(path, Map.of("url", "https://other.example", "auth_token", "new"))
                        .status())
                .isEqualTo(200);
        assertThat(api.put(path, "{\"url\": \"https://third.example\", \"auth_token\": null}")
                        .status())
                .isEqualTo(200);
        assertThat(api.put(path, Map.of("url", "https://fourth.example")).status())
                .isEqualTo(200);
    }

    @Test
    void clientSecretGoesOnlyWhereItsTokensAreGivenAndUsed() {
        Map<String, Object> bot = bot();
        bot.remove("auth_token");
        bot.putAll(Map.of(
                "auth_type", "client_credentials",
                "client_id", "me",
                "client_secret", "cs",
                "token_url", "https://login.example.com/token"));
        String path = "/endpoints/" + api.create("/endpoints", bot);
        assertThat(api.put(path, Map.of("token_url", "https://evil.example/token"))
                        .badFields())
                .containsExactly("body.client_secret");
        assertThat(api.put(path, Map.of("url", "https://evil.example/chat")).badFields())
                .containsExactly("body.client_secret");
        assertThat(api.put(path, Map.of("token_url", "https://login.example.com/v2/token"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {"name": ""}                                                        => body.name
            {"connection_type": "SOAP"}                                         => body.connection_type
            {"connection_type": null}                                           => body.connection_type
            {"method": "BREW"}                                                  => body.method
            {"environment": "moon"}                                             => body.environment
            {"config_source": "dream"}                                          => body.config_source
            {"response_format": "yaml"}                                         => body.response_format
            {"auth_type": "magic"}                                              => body.auth_type
            {"url": null}                                                       => body.url
            {"url": "ftp://bot.example.com"}                                    => body.url
            {"url": "wss://bot.example.com"}                                    => body.url
            {"url": "https://me:pw@bot.example.com"}                            => body.url
            {"url": "https://bot.example.com\\\\@evil.example"}                 => body.url
            {"url": "javascript:alert(1)"}                                      => body.url
            {"connection_type": "WebSocket", "auth_token": null}                => body.url
            {"request_headers": {"X Y": "1"}}                                   => body.request_headers
            {"request_headers": {"Authorization": "Bearer sk-very-secret"}}     => body.request_headers
            {"request_headers": {"X-Api-Key": "sk-very-secret"}}                => body.request_headers
            {"request_headers": {"X-Api-Key": "sk-very-secret {{ auth_token }}"}} => body.request_headers
            {"request_headers": {"X-Team": "{{ input"}}                         => body.request_headers
            {"request_headers": {"team": null}}                                 => body.request_headers.team
            {"query_params": {"api_key": "sk-very-secret"}}                     => body.query_params
            {"query_params": {"q": "{{ nosuch(1) }}"}}                          => body.query_params
            {"extra_payload": {"password": "sk-very-secret"}}                   => body.extra_payload
            {"endpoint_path": "/{{ }}"}                                         => body.endpoint_path
            {"request_mapping": "x"}                                            => body.request_mapping
            {"request_mapping": {"a": "{% include 'x' %}"}}                     => body.request_mapping
            {"request_mapping": {"__body__": "{{ input | nosuch }}"}}           => body.request_mapping
            {"response_mapping": {"output": "$.["}}                             => body.response_mapping
            {"response_mapping": {"output": "$.a[?(@.b =~ /x/)]"}}              => body.response_mapping
            {"auth_type": "client_credentials", "client_id": "x"}               => body.token_url
            {"auth_type": "client_credentials", "token_url": "https://x.example"} => body.client_id
            {"project_id": "0198c5a0-0000-7000-8000-000000000000"}              => body.project_id
            {"status_id": "0198c5a0-0000-7000-8000-000000000000"}               => body.status_id
            """)
    void badFieldIsNamed(String change, String field) {
        Answer refused = api.put("/endpoints/" + api.create("/endpoints", bot()), change);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly(field);
        assertThat(refused.json().toString()).doesNotContain("very-secret");
    }

    @Test
    void mistakeInAMappingIsToldWithItsPlace() {
        Map<String, Object> bot = bot();
        bot.put("request_mapping", Map.of("a/b", List.of("fine", Map.of("text", "one\n{{ input | nosuch }}"))));
        bot.put("response_mapping", Map.of("metadata", Map.of("n", "$.[")));
        Answer refused = api.post("/endpoints", bot);
        assertThat(refused.badFields()).containsExactlyInAnyOrder("body.request_mapping", "body.response_mapping");
        assertThat(refused.json().toString())
                .contains("at /a~1b/1/text: line 2: there is no filter 'nosuch'", "at /metadata/n: $.[");
    }

    @Test
    void placeOfTheTokenInAHeaderIsNoSecret() {
        Map<String, Object> bot = bot();
        bot.put("request_headers", Map.of("Authorization", "Bearer {{ auth_token }}", "X-Api-Key", "{{auth_token}}"));
        assertThat(api.post("/endpoints", bot).status()).isEqualTo(200);
    }

    @Test
    void deletedIsGoneAndCanBeRestored() {
        String id = api.create("/endpoints", bot());
        assertThat(api.delete("/endpoints/" + id).text("name")).isEqualTo("Support bot");
        Answer gone = api.get("/endpoints/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/endpoint/" + id + "/restore");
        assertThat(api.post("/endpoints/" + id + "/invoke", Map.of("input", "x"))
                        .status())
                .isEqualTo(410);
        assertThat(api.post("/recycle/endpoint/" + id + "/restore", null).status())
                .isEqualTo(200);
        assertThat(api.get("/endpoints/" + id).at("has_auth_token").asBoolean()).isTrue();
    }

    @Test
    void staleRevisionIsRefused() {
        Answer created = api.post("/endpoints", bot());
        String path = "/endpoints/" + created.id();
        api.put(path, Map.of("description", "x"));
        Api stale = api.with("If-Match", String.valueOf(created.header("ETag")));
        assertThat(stale.put(path, Map.of("description", "y")).status()).isEqualTo(412);
        assertThat(stale.delete(path).status()).isEqualTo(412);
    }

    @Test
    void endpointOfADeletedProjectStays() {
        String project = api.create("/projects", Map.of("name", "Bots"));
        Map<String, Object> bot = bot();
        bot.put("project_id", project);
        String id = api.create("/endpoints", bot);
        api.delete("/projects/" + project);
        assertThat(api.get("/endpoints/" + id).status()).isEqualTo(200);
        assertThat(api.get("/endpoints/" + id).text("project")).isNull();
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Answer created = api.post("/endpoints", bot());
        Api other = organizations.create();
        String path = "/endpoints/" + created.id();
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.put(path, Map.of("name", "Theirs")).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(other.post(path + "/invoke", Map.of("input", "x")).status()).isEqualTo(404);
        assertThat(other.get("/endpoints").total()).isZero();
        String project = api.create("/projects", Map.of("name", "Bots"));
        Map<String, Object> bot = bot();
        bot.put("project_id", project);
        assertThat(other.post("/endpoints", bot).badFields()).containsExactly("body.project_id");
        assertThat(api.get(path).json()).isEqualTo(created.json());
    }

    private static Map<String, Object> bot() {
        return new HashMap<>(Map.of(
                "name", "Support bot",
                "connection_type", "REST",
                "url", "https://bot.example.com/chat",
                "auth_type", "bearer_token",
                "auth_token", "at-very-secret",
                "request_headers", Map.of("X-Team", "blue"),
                "request_mapping", Map.of("messages", List.of(Map.of("role", "user", "content", "{{ input }}"))),
                "response_mapping", Map.of("output", "$.choices[0].message.content")));
    }
}
