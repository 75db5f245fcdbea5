package ai.rhesis.backend.integration.provider;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ConnectionApiTests {

    @Autowired
    Organizations organizations;

    final FakeModelServer server = FakeModelServer.start();
    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void storedModelIsReallyCalledWithItsKey() {
        Answer answer = api.post("/models/" + stored() + "/test", null);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("success").asBoolean()).isTrue();
        assertThat(answer.text("status")).isEqualTo("success");
        assertThat(answer.text("provider")).isEqualTo("openai");
        assertThat(answer.text("model_name")).isEqualTo("gpt");
        assertThat(answer.text("reason")).isNull();
        assertThat(answer.at("duration_ms").isNumber()).isTrue();
        assertThat(server.received().getFirst().header("Authorization")).isEqualTo("Bearer sk-very-secret");
    }

    @Test
    void unsavedModelIsReallyCalledAndNotStored() {
        Answer answer = api.post("/models/test-connection", unsaved());
        assertThat(answer.at("success").asBoolean()).isTrue();
        assertThat(server.received().getFirst().header("Authorization")).isEqualTo("Bearer sk-very-secret");
        assertThat(api.get("/models").total()).isZero();
    }

    @Test
    void failureOfTheProviderIsAnAnswerThatSaysWhyAndNotTheKey() {
        server.always(question -> ModelReply.error(401, "Incorrect API key provided: sk-very-secret"));
        for (Answer answer : new Answer[] {
            api.post("/models/" + stored() + "/test", null), api.post("/models/test-connection", unsaved())
        }) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("success").asBoolean()).isFalse();
            assertThat(answer.text("status")).isEqualTo("error");
            assertThat(answer.text("reason")).isEqualTo("status");
            assertThat(answer.text("message")).contains("401", "Incorrect API key");
            assertThat(answer.json().toString()).doesNotContain("sk-very-secret");
        }
    }

    @Test
    void bearerTokenAmongTheHeadersIsTheKeyOfAnUnsavedModel() {
        Map<String, Object> unsaved = unsaved();
        unsaved.remove("key");
        unsaved.put("request_headers", Map.of("Authorization", "Bearer sk-of-headers"));
        assertThat(api.post("/models/test-connection", unsaved).at("success").asBoolean())
                .isTrue();
        assertThat(server.received().getFirst().header("Authorization")).isEqualTo("Bearer sk-of-headers");
    }

    @Test
    void testIsOneCallOnly() {
        server.always(question -> ModelReply.status(503));
        api.post("/models/test-connection", unsaved());
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void privateAddressIsRefused() {
        Map<String, Object> unsaved = unsaved();
        unsaved.put("endpoint", "http://127.0.0.2:9");
        Answer answer = api.post("/models/test-connection", unsaved);
        assertThat(answer.text("reason")).isEqualTo("refused");
        assertThat(answer.at("success").asBoolean()).isFalse();
    }

    @Test
    void whatMakesAModelUnavailableIsTheReasonOfTheTest() {
        String id = api.create("/models", Map.of("name", "Keyless", "provider", "openai", "model_name", "gpt"));
        Answer read = api.get("/models/" + id);
        Answer tested = api.post("/models/" + id + "/test", null);
        assertThat(read.at("available").asBoolean()).isFalse();
        assertThat(tested.text("message")).isEqualTo(read.text("availability_reason"));
        assertThat(tested.text("reason")).isEqualTo("configuration");
        String placeless = api.create("/models", Map.of("name", "v", "provider", "vllm", "model_name", "m"));
        assertThat(api.get("/models/" + placeless).text("availability_reason")).contains("endpoint");
        assertThat(api.post("/models/" + placeless + "/test", null).text("message"))
                .contains("endpoint");
        String home = api.create(
                "/models",
                Map.of("name", "h", "provider", "openai", "model_name", "m", "endpoint", "https://llm.example.com"));
        assertThat(api.get("/models/" + home).at("available").asBoolean()).isTrue();
    }

    @Test
    void embeddingModelsAreAskedForAnEmbedding() {
        for (String provider : new String[] {"openai", "ollama"}) {
            Map<String, Object> unsaved = unsaved();
            unsaved.put("provider", provider);
            unsaved.put("model_type", "embedding");
            unsaved.put("dimension", 3);
            assertThat(api.post("/models/test-connection", unsaved).text("message"))
                    .isEqualTo("The model answers with 3 numbers");
            unsaved.put("dimension", 1536);
            assertThat(api.post("/models/test-connection", unsaved)
                            .at("success")
                            .asBoolean())
                    .isFalse();
        }
        assertThat(server.received()).extracting(FakeModelServer.Received::path).containsOnly("/v1/embeddings");
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/models/test-connection", "{}").badFields())
                .containsExactlyInAnyOrder("body.provider", "body.model_name");
        Map<String, Object> unsaved = unsaved();
        unsaved.put("provider", "nobody");
        assertThat(api.post("/models/test-connection", unsaved).badFields()).containsExactly("body.provider");
        unsaved = unsaved();
        unsaved.put("endpoint", "ftp://x");
        assertThat(api.post("/models/test-connection", unsaved).badFields()).containsExactly("body.endpoint");
        unsaved = unsaved();
        unsaved.put("request_headers", Map.of("X-Api-Key", "sk"));
        assertThat(api.post("/models/test-connection", unsaved).badFields()).containsExactly("body.request_headers");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void otherOrganizationCantTestIt() {
        String id = stored();
        assertThat(organizations.create().post("/models/" + id + "/test", null).status())
                .isEqualTo(404);
        assertThat(server.received()).isEmpty();
    }

    private String stored() {
        Map<String, Object> model = unsaved();
        model.put("name", "Judge");
        return api.create("/models", model);
    }

    private Map<String, Object> unsaved() {
        return new HashMap<>(Map.of(
                "provider", "openai", "model_name", "gpt", "endpoint", server.url(), "key", " sk-very-secret\n"));
    }
}
