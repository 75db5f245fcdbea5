package ai.rhesis.backend.suite.generation.content;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ContentApiTests {

    private static final Map<String, Object> PERSON = Map.of(
            "type",
            "object",
            "properties",
            Map.of("name", Map.of("type", "string"), "age", Map.of("type", "integer")),
            "required",
            List.of("name", "age"),
            "additionalProperties",
            false);

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api owner;
    Api api;

    @BeforeEach
    void ownModel() {
        server = FakeModelServer.start();
        owner = organizations.founder();
        api = owner;
        new Runs(owner).chooseModel("generation", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPromptIsAnsweredWithABareText() {
        server.will(ModelReply.text("Why did the hen cross the road?"));

        Answer answer = content(Map.of("prompt", "A joke", "temperature", 0.7, "max_tokens", 4000));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().isString()).isTrue();
        assertThat(answer.json().asString()).isEqualTo("Why did the hen cross the road?");
        assertThat(answer.header("X-Rhesis-Usage"))
                .isEqualTo("{\"input_tokens\":11,\"output_tokens\":7,\"total_tokens\":18}");
        assertThat(server.received().getFirst().question()).isEqualTo("A joke");
        assertThat(server.received().getFirst().body().path("temperature").asDouble())
                .isEqualTo(0.7);
        assertThat(server.received().getFirst().body().path("max_tokens").asInt())
                .isEqualTo(4000);
        assertThat(usedTokens()).isEqualTo(18);
    }

    @Test
    void aSchemaMakesTheAnswerADocument() {
        server.will(ModelReply.text(
                "Here you are:\n```json\n{\"Name\": \"Ada\", \"age\": \"36\", \"mood\": \"good\"}\n```"));

        Answer answer = content(Map.of("prompt", "A person", "schema", wrapped(PERSON)));

        assertThat(answer.json().toString()).isEqualTo("{\"name\":\"Ada\",\"age\":36}");
        assertThat(server.received()
                        .getFirst()
                        .body()
                        .at("/response_format/json_schema/schema")
                        .path("required"))
                .hasSize(2);
    }

    @Test
    void aPlainSchemaIsTakenToo() {
        server.will(ModelReply.json(Map.of("name", "Ada", "age", 36)));

        assertThat(content(Map.of("prompt", "A person", "schema", PERSON)).text("name"))
                .isEqualTo("Ada");
    }

    @Test
    void nestedListsAreReadWhateverStandsAroundThem() {
        Map<String, Object> tests = Map.of(
                "$defs",
                        Map.of(
                                "T",
                                Map.of(
                                        "type", "object",
                                        "properties", Map.of("prompt", Map.of("type", "string")),
                                        "required", List.of("prompt"))),
                "type", "object",
                "properties", Map.of("tests", Map.of("type", "array", "items", Map.of("$ref", "#/$defs/T"))),
                "required", List.of("tests"));
        server.will(
                ModelReply.text("<think>{\"tests\": 1}</think>{\"tests\": [{\"prompt\": \"one\"}, {\"prompt\": 2}],}"),
                ModelReply.text("[{\"prompt\": \"one\"}, {\"prompt\": \"two\"}]"),
                ModelReply.text("{\"result\": {\"tests\": [{\"prompt\": \"one\"}]}}"));

        for (int size : new int[] {2, 2, 1}) {
            Answer answer = content(Map.of("prompt", "Tests", "schema", wrapped(tests)));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.at("tests")).hasSize(size);
            assertThat(answer.text("tests.0.prompt")).isEqualTo("one");
        }
    }

    @Test
    void anAnswerThatDoesNotFollowTheSchemaIsAskedForOnceMore() {
        server.will(ModelReply.json(Map.of("name", "Ada")), ModelReply.json(Map.of("name", "Ada", "age", 36)));

        Answer answer = content(Map.of("prompt", "A person", "schema", PERSON));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Rhesis-Usage")).contains("\"total_tokens\":36");
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().getLast().prompt()).contains("age");
    }

    @Test
    void anAnswerThatNeverFollowsTheSchemaIsABadGateway() {
        server.always(question -> ModelReply.text("I would rather not."));

        Answer answer = content(Map.of("prompt", "A person", "schema", PERSON));

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("code")).isEqualTo("call_failed");
        assertThat(answer.text("detail")).contains("no JSON object");
        assertThat(server.received()).hasSize(2);
        assertThat(usedTokens()).isEqualTo(36);
    }

    @Test
    void theRefusalOfAProviderIsToldInItsWords() {
        server.always(question -> ModelReply.error(401, "Incorrect API key provided"));

        Answer answer = content(Map.of("prompt", "A joke"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("Incorrect API key provided");
    }

    @Test
    void aProviderThatFailsIsABadGateway() {
        server.always(question -> ModelReply.raw("<html>"));
        assertThat(content(Map.of("prompt", "A joke")).status()).isEqualTo(502);
        server.close();
        assertThat(content(Map.of("prompt", "A joke")).text("reason")).isEqualTo("network");
    }

    @Test
    void aRateLimitIsWaitedFor() {
        server.will(ModelReply.status(429).with("Retry-After", "1"), ModelReply.text("Hello"));

        assertThat(content(Map.of("prompt", "A joke")).json().asString()).isEqualTo("Hello");
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(content(Map.of()).badFields()).containsExactly("body.prompt");
        assertThat(content(Map.of("prompt", "x", "temperature", 3)).badFields()).containsExactly("body.temperature");
        assertThat(content(Map.of("prompt", "x", "max_tokens", 0)).badFields()).containsExactly("body.max_tokens");
        assertThat(content(Map.of("prompt", "x", "schema", Map.of("type", "no type")))
                        .badFields())
                .containsExactly("body.schema");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aSchemaLoadsNothingAndItsPatternsAreBounded() {
        server.always(question -> ModelReply.json(Map.of("name", "a".repeat(40) + "!")));
        Map<String, Object> endless =
                Map.of("type", "object", "properties", Map.of("name", Map.of("type", "string", "pattern", "^(a+)+$")));
        Map<String, Object> remote =
                Map.of("type", "object", "properties", Map.of("name", Map.of("$ref", server.url() + "/schema.json")));

        assertThat(content(Map.of("prompt", "x", "schema", endless)).status()).isEqualTo(502);
        int calls = server.received().size();
        assertThat(content(Map.of("prompt", "x", "schema", remote)).status()).isIn(422, 502);
        assertThat(server.received().subList(calls, server.received().size()))
                .noneMatch(question -> question.path().contains("schema.json"));
    }

    @Test
    void withoutAModelTheSettingIsNamed() {
        Answer answer = organizations.create().post("/services/generate/content", Map.of("prompt", "x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("models.generation");
    }

    @Test
    void aModelOfThisServiceIsRefused() {
        owner.create("/type_lookups", Map.of("type_name", "ProviderType", "type_value", "rhesis"));
        choose(
                "generation",
                owner.create(
                        "/models",
                        Map.of(
                                "name", "Loop",
                                "provider", "rhesis",
                                "model_name", "rhesis",
                                "key", "rh-1",
                                "endpoint", server.url())));

        Answer answer = content(Map.of("prompt", "x"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("rhesis");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void addressesThatAreNotAllowedAreNotCalled() {
        choose("generation", new Runs(owner).model("Inside", "http://127.0.0.2:1"));

        Answer answer = content(Map.of("prompt", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().toString()).contains("127.0.0.2");
    }

    @Test
    void aTextIsEmbeddedByTheModelChosenForIt() {
        assertThat(embed().status()).isEqualTo(400);
        assertThat(embed().text("detail")).contains("models.embedding");
        new Runs(owner).chooseModel("embedding", server.url());

        Answer answer = embed();

        assertThat(answer.json().toString()).isEqualTo("[0.1,0.2,0.3]");
        assertThat(server.received().getFirst().path()).endsWith("/embeddings");
        assertThat(usedTokens()).isEqualTo(1);
        server.will(ModelReply.error(400, "too long"));
        assertThat(embed().text("detail")).contains("too long");
    }

    @Test
    void anEmbeddingOfTooManyNumbersIsRefused() {
        new Runs(owner).chooseModel("embedding", server.url());
        server.will(embeddingOf(10_000), embeddingOf(10_001));

        assertThat(embed().json()).hasSize(10_000);
        Answer refused = embed();

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.text("detail")).contains("more than 10,000 numbers");
    }

    @Test
    void viewersMayNotSpendTokens() {
        Api viewer = organizations.member(owner, "viewer");

        assertThat(viewer.post("/services/generate/content", Map.of("prompt", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(organizations
                        .anonymous()
                        .post("/services/generate/content", Map.of("prompt", "x"))
                        .status())
                .isEqualTo(401);
    }

    private Answer content(Map<String, ?> body) {
        return api.post("/services/generate/content", body);
    }

    private static ModelReply embeddingOf(int numbers) {
        return ModelReply.raw(
                "{\"data\": [{\"embedding\": [" + "1,".repeat(numbers - 1) + "1]}], \"usage\": {\"total_tokens\": 1}}");
    }

    private Answer embed() {
        return api.post("/services/generate/embedding", Map.of("text", "Hello"));
    }

    private void choose(String purpose, String model) {
        owner.patch("/users/settings", Map.of("models", Map.of(purpose, Map.of("model_id", model))));
    }

    private long usedTokens() {
        return owner.get("/usage").at("resources.model_tokens.used").asLong();
    }

    private static Map<String, Object> wrapped(Map<String, Object> schema) {
        Map<String, Object> named = new HashMap<>(Map.of("name", "Answer", "strict", true));
        named.put("schema", schema);
        return Map.of("type", "json_schema", "json_schema", named);
    }
}
