package ai.rhesis.backend.integration.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.provider.Reply.Ending;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import ai.rhesis.backend.platform.egress.CallTimeout;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeModelServer.Received;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class ModelsTests {

    private static final Chat HELLO = Chat.of(
            List.of(Message.system("Be brief."), Message.user("Hello"), Message.assistant("Hi"), Message.user("Go")));
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree("""
            {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"], "additionalProperties": false}
            """);

    @Autowired
    Organizations organizations;

    @Autowired
    Models models;

    @Autowired
    PlatformTransactionManager transactions;

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

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama", "vllm", "groq", "azure"})
    void everyProviderIsSpokenToInItsProtocol(String provider) {
        Reply reply = chat(stored(provider, server.url(), "sk-tenant"), HELLO);
        assertThat(reply)
                .isEqualTo(new Reply(
                        "ok", Ending.COMPLETE, new Usage(ModelReply.INPUT_TOKENS, ModelReply.OUTPUT_TOKENS, null)));
        Received asked = server.received().getFirst();
        assertThat(asked.path())
                .isEqualTo(
                        switch (provider) {
                            case "anthropic" -> "/v1/messages";
                            case "groq", "azure" -> "/openai/v1/chat/completions";
                            default -> "/v1/chat/completions";
                        });
        assertThat(asked.body().path("model").asString()).isEqualTo("gpt-fake");
        assertThat(asked.prompt()).contains("Be brief.", "Hello", "Hi", "Go");
        assertThat(asked.question()).isEqualTo("Go");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama", "azure"})
    void keyIsShownInTheProvidersWayOnly(String provider) {
        chat(stored(provider, server.url(), "sk-tenant"), HELLO);
        Received asked = server.received().getFirst();
        assertThat(asked.header("Authorization"))
                .isEqualTo(provider.equals("anthropic") || provider.equals("azure") ? "" : "Bearer sk-tenant");
        assertThat(asked.header("X-Api-Key")).isEqualTo(provider.equals("anthropic") ? "sk-tenant" : "");
        assertThat(asked.header("Api-Key")).isEqualTo(provider.equals("azure") ? "sk-tenant" : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void withoutAKeyNoneIsSent(String provider) {
        chat(stored(provider, server.url(), null), HELLO);
        Received asked = server.received().getFirst();
        assertThat(asked.header("Authorization") + asked.header("X-Api-Key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void parametersAreSent(String provider) {
        Map<String, Object> parameters = Map.of("temperature", 0.25, "top_p", 0.5);
        chat(stored(provider, server.url(), "sk"), new Chat(HELLO.messages(), parameters, null));
        JsonNode body = server.received().getFirst().body();
        assertThat(body.path("temperature").asDouble()).isEqualTo(0.25);
        assertThat(body.path("top_p").asDouble()).isEqualTo(0.5);
    }

    @Test
    void nothingIsSentThatNobodyAskedFor() {
        chat(stored("openai", server.url(), "sk"), HELLO);
        assertThat(server.received().getFirst().body().propertyNames()).containsExactlyInAnyOrder("model", "messages");
    }

    @Test
    void unknownParametersGoThroughWhereTheProtocolTakesAny() {
        Map<String, Object> parameters = Map.of("max_completion_tokens", 50, "reasoning", Map.of("effort", "low"));
        chat(stored("openrouter", server.url(), "sk"), new Chat(HELLO.messages(), parameters, null));
        JsonNode body = server.received().getFirst().body();
        assertThat(body.path("max_completion_tokens").asInt()).isEqualTo(50);
        assertThat(body.at("/reasoning/effort").asString()).isEqualTo("low");
        assertFails(
                stored("anthropic", server.url(), "sk"),
                new Chat(HELLO.messages(), Map.of("mirostat", 1), null),
                Reason.CONFIGURATION,
                "mirostat");
        assertFails(
                stored("openai", server.url(), "sk"),
                new Chat(HELLO.messages(), Map.of("model", "dearer"), null),
                Reason.CONFIGURATION,
                "model");
    }

    @Test
    void answersFollowASchemaAsFarAsTheProviderCan() {
        Chat bound = new Chat(HELLO.messages(), Map.of(), SCHEMA);
        chat(stored("openai", server.url(), "sk"), bound);
        chat(stored("ollama", server.url(), null), bound);
        chat(stored("anthropic", server.url(), "sk"), bound);
        List<Received> asked = server.received();
        JsonNode format = asked.get(0).body().path("response_format");
        assertThat(format.path("type").asString()).isEqualTo("json_schema");
        assertThat(format.at("/json_schema/schema")).isEqualTo(SCHEMA);
        assertThat(asked.get(1).body().at("/response_format/json_schema/schema"))
                .isEqualTo(SCHEMA);
        assertThat(asked.get(2).prompt()).contains(SCHEMA.toString());
    }

    @Test
    void priceIsTakenWhereItIsTold() {
        server.will(ModelReply.text("ok").costing(0.0012345));
        assertThat(chat(stored("openrouter", server.url(), "sk"), HELLO).usage().costMicros())
                .isEqualTo(1235);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void privateAddressIsRefusedBeforeAnyConnection(String provider) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            listener.setSoTimeout(100);
            String address = "http://127.0.0.2:" + listener.getLocalPort();
            assertFails(stored(provider, address, "sk"), HELLO, Reason.REFUSED, "127.0.0.2");
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(listener::accept);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void redirectOffTheHostIsRefused(String provider) {
        try (FakeModelServer elsewhere = FakeModelServer.start()) {
            server.always(question -> ModelReply.redirect(elsewhere.url() + question.path()));
            assertFails(stored(provider, server.url(), "sk"), HELLO, Reason.REFUSED, "redirects");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void systemProxiesAreNotUsed(String provider) {
        ModelSnapshot model = stored(provider, server.url(), "sk");
        Tenant tenant = Organizations.tenantOf(api);
        try (FakeModelServer proxy = FakeModelServer.start()) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", proxy.url().replaceFirst(".*:", ""));
            System.setProperty("http.nonProxyHosts", "");
            tenant.call(() -> models.chat(model, HELLO));
            assertThat(server.received()).hasSize(1);
            assertThat(proxy.received()).isEmpty();
        } finally {
            List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void failuresThatMayPassAreTriedAgainAndOthersNot(String provider) {
        ModelSnapshot model = stored(provider, server.url(), "sk-tenant");
        server.will(
                ModelReply.status(429).with("Retry-After", "0"),
                ModelReply.raw("{\"error\": {\"message\": \"overloaded\", \"code\": 503}}")
                        .with("retry-after-ms", "5"),
                ModelReply.status(529).with("Retry-After", "0.01"),
                ModelReply.text("at last"));
        assertThat(chat(model, HELLO).text()).isEqualTo("at last");
        assertThat(server.received()).hasSize(4);
        server.will(ModelReply.error(401, "Incorrect API key provided: sk-tenant"));
        assertFails(model, HELLO, Reason.STATUS, "127.0.0.1 answered 401: Incorrect API key provided: [secret]");
        assertThat(server.received()).hasSize(5);
        server.always(question -> ModelReply.status(502));
        assertFails(model, HELLO, Reason.STATUS, "502");
        assertThat(server.received()).hasSize(9);
    }

    @Test
    void clockThatIsBehindOursIsNoReasonToGiveUp() {
        ModelSnapshot model = stored("openai", server.url(), "sk");
        server.will(
                ModelReply.status(429).with("Retry-After", "Mon, 23 Nov 2020 10:00:00 GMT"),
                ModelReply.text("at last"));

        assertThat(chat(model, HELLO).text()).isEqualTo("at last");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void unusableAnswersAreToldFromFailures(String provider) {
        ModelSnapshot model = stored(provider, server.url(), "sk");
        server.will(ModelReply.raw("<html>"));
        assertFails(model, HELLO, Reason.ANSWER, "not of the protocol");
        server.will(ModelReply.raw("{}"));
        assertFails(model, HELLO, Reason.ANSWER, "");
        server.will(ModelReply.text("x".repeat(2 << 20)));
        assertFails(model, HELLO, Reason.ANSWER, "1 MB");
        assertThat(server.received()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic", "ollama"})
    void slowAnswersAreGivenUp(String provider) {
        ModelSnapshot model = stored(provider, server.url(), "sk");
        server.will(ModelReply.text("late").after(Duration.ofSeconds(30)));
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> CallTimeout.within(Duration.ofMillis(200), () -> chat(model, HELLO)))
                .matches(late -> late.reason() == Reason.TIMEOUT)
                .withMessageContaining("did not answer within");
    }

    @Test
    void callEndsWhenItsThreadIsInterrupted() throws Exception {
        ModelSnapshot model = stored("openai", server.url(), "sk");
        server.always(question -> ModelReply.text("late").after(Duration.ofSeconds(30)));
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                chat(model, HELLO);
            } catch (RuntimeException abandoned) {
                end.complete(abandoned);
            }
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !server.received().isEmpty());
        caller.interrupt();
        assertThat(end.get(5, TimeUnit.SECONDS)).isInstanceOf(CallException.class);
        assertThat(server.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/v1",
                "/v1/",
                "/api",
                "/api/chat",
                "/v1/chat/completions",
                "/v1/embeddings",
                "/api/generate"
            })
    void ollamaIsCalledInTheProtocolOfOpenAiWhateverAddressIsGiven(String path) {
        chat(stored("ollama", server.url() + path, null), HELLO);
        chat(stored("ollama", server.url() + "/behind/proxy" + path, null), HELLO);
        assertThat(server.received())
                .extracting(Received::path)
                .containsExactly("/v1/chat/completions", "/behind/proxy/v1/chat/completions");
    }

    @Test
    void promptsAndAnswersAreInNoLine(CapturedOutput output) {
        Chat secret = new Chat(List.of(Message.user("the secret question")), Map.of(), SCHEMA);
        for (String provider : List.of("openai", "anthropic")) {
            ModelSnapshot model = stored(provider, server.url(), "sk-tenant");
            for (ModelReply reply : List.of(
                    ModelReply.text("the secret answer"),
                    ModelReply.raw("{\"choices\": [], \"content\": [], \"said\": \"the secret answer\"}"),
                    ModelReply.raw("the secret answer"),
                    ModelReply.error(401, "the secret answer to the secret question"),
                    ModelReply.raw("{\"error\": {\"message\": \"the secret answer\", \"code\": 400}}"))) {
                server.always(question -> reply);
                try {
                    chat(model, secret);
                } catch (CallException told) {
                    assertThat(told.reason()).isNotEqualTo(Reason.TIMEOUT);
                }
            }
        }
        LoggerFactory.getLogger(ModelsTests.class).info("a line of the log");
        assertThat(output).contains("a line of the log").doesNotContain("the secret", "sk-tenant");
    }

    @Test
    void keyGoesOnlyWhereItWasSavedFor() {
        ModelSnapshot model = stored("openai", server.url(), "sk");
        try (FakeModelServer elsewhere = FakeModelServer.start()) {
            ModelSnapshot moved =
                    new ModelSnapshot(model.id(), "m", "openai", "gpt-fake", elsewhere.url(), Map.of(), Map.of());
            assertFails(moved, HELLO, Reason.CONFIGURATION, "another host");
            assertThat(elsewhere.received()).isEmpty();
        }
        ModelSnapshot athome = new ModelSnapshot(model.id(), "m", "openai", "gpt-fake", null, Map.of(), Map.of());
        assertFails(athome, HELLO, Reason.CONFIGURATION, "another host");
    }

    @Test
    void renamedProviderGetsNoKeyOfTheOldOne() {
        String id = api.create(
                "/models", Map.of("name", "Judge", "provider", "mistral", "model_name", "m", "key", "sk-mistral"));
        String type = String.valueOf(api.get("/models/" + id).text("provider_type_id"));
        assertThat(api.put("/type_lookups/" + type, Map.of("type_value", "mistral-old"))
                        .status())
                .isEqualTo(200);
        assertThat(api.put("/type_lookups/" + type, Map.of("type_value", "perplexity2"))
                        .status())
                .isEqualTo(200);
        ModelSnapshot model = tenant(() -> models.snapshot(UUID.fromString(id)));
        assertFails(model, HELLO, Reason.CONFIGURATION, "another host");
    }

    @Test
    void modelsThatCantBeReachedSayWhatIsMissing() {
        assertFails(stored("replicate", null, "sk"), HELLO, Reason.CONFIGURATION, "endpoint");
        assertFails(stored("vllm", null, null), HELLO, Reason.CONFIGURATION, "endpoint");
        assertFails(stored("openai", null, null), HELLO, Reason.CONFIGURATION, "key");
        assertFails(stored("openai", server.url(), "schlüssel"), HELLO, Reason.CONFIGURATION, "HTTP header");
    }

    @Test
    void otherOrganizationCantCallIt() {
        ModelSnapshot model = stored("openai", server.url(), "sk");
        Api other = organizations.create();
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> Organizations.tenantOf(other).call(() -> models.chat(model, HELLO)))
                .withMessageContaining("does not exist");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void noTransactionIsOpenDuringACall() {
        ModelSnapshot model = stored("openai", server.url(), "sk");
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> tenant(
                        () -> new TransactionTemplate(transactions).execute(transaction -> models.chat(model, HELLO))));
        assertThat(server.received()).isEmpty();
    }

    private ModelSnapshot stored(String provider, @Nullable String endpoint, @Nullable String key) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("name", "Model " + UUID.randomUUID());
        model.put("provider", provider);
        model.put("model_name", "gpt-fake");
        model.put("endpoint", endpoint);
        model.put("key", key);
        UUID id = UUID.fromString(api.create("/models", model));
        return tenant(() -> models.snapshot(id));
    }

    private Reply chat(ModelSnapshot model, Chat chat) {
        return tenant(() -> models.chat(model, chat));
    }

    private void assertFails(ModelSnapshot model, Chat chat, Reason reason, String message) {
        assertThatExceptionOfType(CallException.class)
                .isThrownBy(() -> chat(model, chat))
                .matches(failure -> failure.reason() == reason, "is " + reason)
                .withMessageContaining(message)
                .withMessageNotContaining("sk-tenant");
    }

    private <T> T tenant(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Organizations.tenantOf(api).call(work);
    }
}
