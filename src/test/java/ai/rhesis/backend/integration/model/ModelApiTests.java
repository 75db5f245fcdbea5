package ai.rhesis.backend.integration.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class ModelApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/models", judge("sk-very-secret"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(UUID.fromString(created.id()).version()).isEqualTo(4);
        assertThat(created.text("provider_type.type_value")).isEqualTo("openai");
        assertThat(created.text("provider_type.id")).isEqualTo(created.text("provider_type_id"));
        assertThat(created.text("model_type")).isEqualTo("language");
        assertThat(created.text("version")).isEqualTo("2026-01");
        assertThat(api.get("/models/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get("/models").at("0")).isEqualTo(created.json());
    }

    @Test
    void keyIsInNoAnswer() {
        Answer created = api.post("/models", judge("sk-very-secret"));
        String path = "/models/" + created.id();
        Answer changed = api.put(path, Map.of("key", "sk-very-secret", "icon", "x"));
        assertThat(changed.at("has_key").asBoolean()).isTrue();
        for (Answer answer : new Answer[] {
            created,
            changed,
            api.get(path),
            api.get("/models"),
            api.post("/models", judge("sk-very-secret")),
            api.post("/models", Map.of("name", "x", "key", "sk-very-secret")),
            api.delete(path),
            api.get(path),
            api.get("/recycle/model"),
            api.post("/recycle/model/" + created.id() + "/restore", null)
        }) {
            assertThat(answer.json().toString()).doesNotContain("sk-very-secret", "\"key\"", "encrypted");
        }
    }

    @Test
    void absentKeyStaysAndNullClearsIt() {
        String path = "/models/" + api.create("/models", judge("sk-1"));
        Answer kept = api.put(path, Map.of("description", "d"));
        assertThat(kept.at("has_key").asBoolean()).isTrue();
        assertThat(kept.text("model_name")).isEqualTo("gpt");
        Answer cleared = api.put(path, "{\"key\": null, \"version\": null}");
        assertThat(cleared.at("has_key").asBoolean()).isFalse();
        assertThat(cleared.text("version")).isNull();
        assertThat(cleared.text("description")).isEqualTo("d");
    }

    @Test
    void keyIsNeverSentToAnotherHost() {
        Map<String, Object> judge = judge("sk-1");
        judge.put("endpoint", "https://api.example.com/v1");
        String path = "/models/" + api.create("/models", judge);
        assertThat(api.put(path, Map.of("endpoint", "https://api.example.com/v2"))
                        .status())
                .isEqualTo(200);
        for (String elsewhere :
                new String[] {"https://evil.example/v1", "http://api.example.com/v1", "https://api.example.com:8443/v1"
                }) {
            assertThat(api.put(path, Map.of("endpoint", elsewhere)).badFields()).containsExactly("body.key");
        }
        assertThat(api.put(path, "{\"endpoint\": null}").badFields()).containsExactly("body.key");
        assertThat(api.get(path).text("endpoint")).isEqualTo("https://api.example.com/v2");
        assertThat(api.put(path, Map.of("endpoint", "https://other.example", "key", "sk-2"))
                        .status())
                .isEqualTo(200);
        assertThat(api.put(path, "{\"endpoint\": \"https://third.example\", \"key\": null}")
                        .status())
                .isEqualTo(200);
        assertThat(api.put(path, Map.of("endpoint", "https://fourth.example")).status())
                .isEqualTo(200);
    }

    @Test
    void keyIsNeverSentToAnotherProvider() {
        String path = "/models/" + api.create("/models", judge("sk-1"));
        assertThat(api.put(path, Map.of("provider", "anthropic")).badFields()).containsExactly("body.key");
        Answer changed = api.put(path, Map.of("provider", "anthropic", "key", "sk-2"));
        assertThat(changed.text("provider_type.type_value")).isEqualTo("anthropic");
    }

    @Test
    void modelWithoutTheKeyItNeedsIsNotAvailable() {
        Answer keyless = api.post("/models", judge(null));
        assertThat(keyless.at("available").asBoolean()).isFalse();
        assertThat(keyless.text("availability_reason")).contains("openai");
        Answer local = api.post("/models", Map.of("name", "local", "provider", "ollama", "model_name", "llama"));
        assertThat(local.at("available").asBoolean()).isTrue();
        assertThat(local.text("availability_reason")).isNull();
        assertThat(api.put("/models/" + keyless.id(), Map.of("key", "sk-1"))
                        .at("available")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/models", """
                {"name": "x", "provider": "openai", "model_type": "video", "endpoint": "ftp://x", "dimension": 0}
                """).badFields())
                .containsExactlyInAnyOrder("body.dimension", "body.endpoint", "body.model_name", "body.model_type");
        assertThat(api.post("/models", Map.of("name", "x", "model_name", "y", "provider", "nobody"))
                        .badFields())
                .containsExactly("body.provider");
        assertThat(api.put(
                                "/models/" + api.create("/models", judge(null)),
                                "{\"endpoint\": \"https://me:pw@x.example\"}")
                        .badFields())
                .containsExactly("body.endpoint");
    }

    @Test
    void aModelNeedsNoProvider() {
        Map<String, Object> own = new HashMap<>(Map.of("name", "Own", "model_name", "m", "key", "sk-1"));
        Answer unreachable = api.post("/models", own);
        assertThat(unreachable.status()).isEqualTo(200);
        assertThat(unreachable.text("provider_type")).isNull();
        assertThat(unreachable.text("availability_reason")).contains("No endpoint is stored");
        own.put("endpoint", "https://models.example.com");
        Answer reachable = api.post("/models", own);
        assertThat(reachable.at("available").asBoolean()).isTrue();
        assertThat(api.put("/models/" + reachable.id(), Map.of("provider", "openai"))
                        .text("provider_type.type_value"))
                .isEqualTo("openai");
    }

    @Test
    void ownerAssigneeAndStatusAreShown() {
        String user = String.valueOf(api.get("/users").text("0.id"));
        String status = api.create("/statuses", Map.of("name", "Proven"));
        Map<String, Object> body = new HashMap<>(judge(null));
        body.putAll(Map.of("owner_id", user, "assignee_id", user, "status_id", status));
        Answer model = api.post("/models", body);
        assertThat(model.text("owner.id")).isEqualTo(user);
        assertThat(model.text("assignee.id")).isEqualTo(user);
        assertThat(model.text("user.id")).isEqualTo(user);
        assertThat(model.text("status.name")).isEqualTo("Proven");
        assertThat(api.get("/models?$filter={filter}", "status/name eq 'Proven'")
                        .total())
                .isEqualTo(1);
    }

    @Test
    void providerIsOfTheTypeProvider() {
        String entityType = api.create("/type_lookups", Map.of("type_name", "Severity", "type_value", "High"));
        assertThat(api.post("/models", Map.of("name", "x", "model_name", "y", "provider_type_id", entityType))
                        .badFields())
                .containsExactly("body.provider_type_id");
    }

    @Test
    void headersHoldNoSecret() {
        Map<String, Object> judge = judge(null);
        judge.put("request_headers", Map.of("X-Api-Key", "sk-very-secret"));
        Answer refused = api.post("/models", judge);
        assertThat(refused.badFields()).containsExactly("body.request_headers");
        assertThat(refused.json().toString()).doesNotContain("sk-very-secret");
        judge.put("request_headers", Map.of("X-Team", "blue"));
        assertThat(api.post("/models", judge).text("request_headers.X-Team")).isEqualTo("blue");
    }

    @Test
    void modelOfADeletedProviderCanStillBeRead() {
        Answer created = api.post("/models", judge("sk-1"));
        api.delete("/type_lookups/" + created.text("provider_type_id"));
        Answer read = api.get("/models/" + created.id());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("provider_type")).isNull();
        assertThat(read.at("available").asBoolean()).isFalse();
        assertThat(api.get("/models").size()).isEqualTo(1);
    }

    @Test
    void namesMayRepeat() {
        String id = api.create("/models", judge(null));
        assertThat(api.create("/models", judge("sk-1"))).isNotEqualTo(id);
        assertThat(api.get("/models?$filter=name eq 'Judge'").total()).isEqualTo(2);
    }

    @Test
    void statusOwnerAndAssigneeAreKept() {
        String user = String.valueOf(api.get("/users").texts("id").getFirst());
        String status = String.valueOf(api.get("/statuses?limit=1").texts("id").getFirst());
        Map<String, Object> judge = judge(null);
        judge.putAll(Map.of("owner_id", user, "assignee_id", user, "status_id", status));
        String path = "/models/" + api.create("/models", judge);
        for (String field : new String[] {"owner_id", "assignee_id", "status_id"}) {
            String value = field.equals("status_id") ? status : user;
            assertThat(api.get(path).text(field)).isEqualTo(value);
            assertThat(api.get("/models?$filter=" + field + " eq '" + value + "'")
                            .total())
                    .isEqualTo(1);
            assertThat(api.put(path, "{\"" + field + "\": null}").text(field)).isNull();
        }
        String foreign = organizations.create().get("/users").texts("id").getFirst();
        assertThat(api.put(path, Map.of("owner_id", foreign)).badFields()).containsExactly("body.owner_id");
    }

    @Test
    void emptyEndpointIsNone() {
        Map<String, Object> judge = judge("sk-1");
        judge.put("endpoint", " ");
        assertThat(api.post("/models", judge).text("endpoint")).isNull();
    }

    @Test
    void bearerTokenAmongTheHeadersBecomesTheKey() {
        Map<String, Object> judge = judge(null);
        judge.put("request_headers", Map.of("authorization", "Bearer sk-very-secret", "X-Team", "blue"));
        Answer created = api.post("/models", judge);
        assertThat(created.at("has_key").asBoolean()).isTrue();
        assertThat(created.at("request_headers").propertyNames()).containsExactly("X-Team");
        assertThat(created.json().toString()).doesNotContain("sk-very-secret");
        Answer keyless = api.put("/models/" + created.id(), "{\"key\": null}");
        assertThat(keyless.at("has_key").asBoolean()).isFalse();
        Answer changed = api.put(
                "/models/" + created.id(), Map.of("request_headers", Map.of("Authorization", "bearer sk-other")));
        assertThat(changed.at("has_key").asBoolean()).isTrue();
        judge.put("request_headers", Map.of("Authorization", "Basic abc"));
        assertThat(api.post("/models", judge).badFields()).containsExactly("body.request_headers");
    }

    @Test
    void providersSuggestNamesOfModels() {
        assertThat(api.get("/models/provider/openai").json().valueStream().map(JsonNode::asString))
                .contains("gpt-4o");
        assertThat(api.get("/models/provider/OpenAI/embeddings")
                        .json()
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("text-embedding-3-small")
                .doesNotContain("gpt-4o");
        assertThat(api.get("/models/provider/vllm").json().toString()).isEqualTo("[]");
        assertThat(api.get("/models/provider/nobody").status()).isEqualTo(404);
        assertThat(api.get("/models/provider/other/embeddings").status()).isEqualTo(404);
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/models", judge("sk-1"));
        assertThat(api.delete("/models/" + id).text("provider_type.type_value")).isEqualTo("openai");
        Answer gone = api.get("/models/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/model/" + id + "/restore");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Answer created = api.post("/models", judge("sk-1"));
        Api other = organizations.create();
        assertThat(other.get("/models/" + created.id()).status()).isEqualTo(404);
        assertThat(other.put("/models/" + created.id(), Map.of("name", "Theirs"))
                        .status())
                .isEqualTo(404);
        assertThat(other.delete("/models/" + created.id()).status()).isEqualTo(404);
        assertThat(other.get("/models").total()).isZero();
        String foreign = String.valueOf(created.text("provider_type_id"));
        assertThat(other.post("/models", Map.of("name", "x", "model_name", "y", "provider_type_id", foreign))
                        .badFields())
                .containsExactly("body.provider_type_id");
        assertThat(api.get("/models/" + created.id()).json()).isEqualTo(created.json());
    }

    private static Map<String, Object> judge(@Nullable String key) {
        Map<String, Object> judge =
                new HashMap<>(Map.of("name", "Judge", "provider", "openai", "model_name", "gpt", "version", "2026-01"));
        judge.put("key", key);
        return judge;
    }
}
