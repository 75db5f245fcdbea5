package ai.rhesis.backend.suite.generation.draft;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Lines;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class DraftApiTests {

    private static final Map<String, Object> CONFIG = Map.of(
            "generation_prompt", "A bot of a shop",
            "requirements", List.of("Reliability", "Compliance"),
            "categories", List.of("Harmless", "Harmful"),
            "topics", List.of("Returns", "Payment"));

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    FakeWriter writer = FakeWriter.faithful();
    Api api;

    @BeforeEach
    void ownModel() {
        server = FakeModelServer.start().always(writer);
        api = organizations.founder();
        new Runs(api).chooseModel("generation", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void testsAreWrittenForEveryCellAndNotStored() {
        Answer answer = tests(Map.of("num_tests", 8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(cells(answer)).hasSize(8).doesNotHaveDuplicates();
        assertThat(answer.text("tests.0.prompt.content")).isNotBlank();
        assertThat(answer.text("tests.0.prompt.language_code")).isEqualTo("en");
        assertThat(answer.text("tests.0.prompt.expected_response")).isEqualTo("An answer");
        assertThat(answer.text("tests.0.test_type")).isEqualTo("Single-Turn");
        assertThat(answer.text("tests.0.metadata.generated_by")).isEqualTo("rhesis");
        assertThat(api.get("/tests").total()).isZero();
        assertThat(api.get("/usage").at("resources.test_generation.used").asInt())
                .isEqualTo(8);
        assertThat(api.get("/usage").at("resources.model_tokens.used").asInt()).isEqualTo(18);
    }

    @Test
    void whatACallerSendsIsShownToTheModel() {
        Map<String, Object> config = new HashMap<>(CONFIG);
        config.put("additional_context", "{\"rated_samples\": [{\"prompt\": \"Too easy\", \"rating\": 1}]}");

        api.post("/services/generate/tests", Map.of("config", config, "num_tests", 1));

        String prompt = server.received().getFirst().prompt();
        assertThat(prompt).contains("A bot of a shop", "Too easy", "\"Reliability\"", "\"Returns\"");
    }

    @Test
    void conversationsAreWrittenToo() {
        Answer answer = api.post(
                "/services/generate/multiturn-tests",
                Map.of("generation_prompt", "A bot of a shop", "requirement", List.of("Reliability"), "num_tests", 2));

        assertThat(answer.at("tests")).hasSize(2);
        assertThat(answer.text("tests.0.test_configuration.goal")).isNotBlank();
        assertThat(answer.text("tests.0.test_configuration.instructions")).isEqualTo("Ask");
        assertThat(answer.text("tests.0.test_configuration.scenario")).isEqualTo("A customer");
        assertThat(answer.text("tests.0.requirement")).isEqualTo("Reliability");
        assertThat(answer.text("tests.0.test_type")).isEqualTo("Multi-Turn");
        assertThat(tests(Map.of("num_tests", 1, "test_type", "multi_turn")).text("tests.0.test_type"))
                .isEqualTo("Multi-Turn");
    }

    @Test
    void answersAreReadWhateverTheirForm() {
        String written = "{\"promptContent\": \"%s\", \"prompt_expected_response\": \"An answer\", "
                + "\"requirement\": \"RELIABILITY.\", \"category\": \"harmless\", \"topic\": \"returns\"}";
        Map<String, Object> one = Map.of(
                "requirements",
                List.of("Reliability"),
                "categories",
                List.of("Harmless"),
                "topics",
                List.of("Returns"));
        List<String> forms = List.of(
                "Sure!\n```json\n[" + written + "]\n```",
                "<think>What now?</think>{'tests': [" + written + ",]}",
                "{\"result\": {\"tests\": {\"1\": " + written + "}}}",
                "{\"tests\": [" + written + ", {\"prompt\": \"cut o");
        for (String form : forms) {
            server.will(ModelReply.text(form.formatted(writer.text())));

            Answer answer = api.post("/services/generate/tests", Map.of("config", one, "num_tests", 1));

            assertThat(answer.status()).as(form).isEqualTo(200);
            assertThat(answer.at("tests")).as(form).hasSize(1);
            assertThat(answer.text("tests.0.requirement")).isEqualTo("Reliability");
            assertThat(answer.text("tests.0.topic")).isEqualTo("Returns");
        }
    }

    @Test
    void sayingTheSameAgainDoesNotCount() {
        server.will(ModelReply.json(Map.of(
                "tests",
                List.of(
                        Map.of("prompt", "How do I reset my password?"),
                        Map.of("prompt", "How do I reset my password?"),
                        Map.of("prompt", "how can I reset my password")))));
        Map<String, Object> one = Map.of("requirements", List.of("Reliability"), "categories", List.of("Harmless"));

        Answer answer = api.post("/services/generate/tests", Map.of("config", one, "num_tests", 3));

        assertThat(answer.at("tests")).hasSize(3);
        assertThat(answer.json().toString().split("password", -1)).hasSize(2);
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().getLast().prompt()).contains("How do I reset my password?");
    }

    @Test
    void aModelThatFailsIsToldToTheCaller() {
        server.always(question -> ModelReply.error(401, "Incorrect API key provided"));
        Answer refused = tests(Map.of());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).contains("Incorrect API key provided");

        server.always(question -> ModelReply.text("I would rather not."));
        Answer rubbish = tests(Map.of());
        assertThat(rubbish.status()).isEqualTo(502);
        assertThat(rubbish.text("detail")).contains("none of the JSON objects");

        server.close();
        assertThat(tests(Map.of()).status()).isEqualTo(502);
    }

    @Test
    void someTestsAreBetterThanNone() {
        server.will(ModelReply.json(Map.of("tests", List.of(Map.of("prompt", writer.text())))));
        server.always(question -> ModelReply.error(401, "No credit left"));

        Answer answer = tests(Map.of("num_tests", 8));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("tests")).hasSize(1);
    }

    @Test
    void anotherModelIsUsedForOneRequest() {
        try (FakeModelServer other = FakeModelServer.start().always(writer)) {
            String model = new Runs(api).model("Other", other.url());

            assertThat(tests(Map.of("model_id", model)).status()).isEqualTo(200);

            assertThat(other.received()).isNotEmpty();
            assertThat(server.received()).isEmpty();
        }
        assertThat(tests(Map.of("model_id", UUID.randomUUID())).badFields()).containsExactly("body.model_id");
        String foreign = new Runs(organizations.create()).model("Foreign", server.url());
        assertThat(tests(Map.of("model_id", foreign)).badFields()).containsExactly("body.model_id");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(api.post("/services/generate/tests", Map.of()).badFields()).containsExactly("body.config");
        assertThat(api.post("/services/generate/tests", Map.of("config", Map.of("requirements", List.of())))
                        .badFields())
                .containsExactly("body.config.requirements");
        assertThat(tests(Map.of("num_tests", 201)).badFields()).containsExactly("body.num_tests");
        assertThat(tests(Map.of("test_type", "Half-Turn")).badFields()).containsExactly("body.test_type");
        assertThat(tests(Map.of("sources", List.of(Map.of("id", UUID.randomUUID()))))
                        .badFields())
                .containsExactly("body.sources");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void aPlanChoosesAmongTheRequirementsOfTheOrganization() {
        api.create("/requirements", Map.of("name", "Answers in the customer's language", "description", "Always"));
        server.will(plan("answers in the CUSTOMERS language", "Invented"), plan("Invented", "Too"));

        Answer answer = api.post("/services/generate/test_config", Map.of("prompt", "A bot of a shop"));

        assertThat(answer.texts("requirements", "name")).isNotEmpty().doesNotContain("Invented");
        assertThat(answer.texts("topics", "name")).containsExactly("Returns", "Payment");
        assertThat(answer.at("topics.0.active").asBoolean()).isTrue();
        assertThat(answer.at("topics.1.active").asBoolean(true)).isFalse();
        assertThat(answer.texts("categories", "name")).containsExactly("Edge cases");
        assertThat(server.received().getFirst().prompt()).contains("Answers in the customer's language: Always");
        assertThat(api.post("/services/generate/test_config", Map.of("prompt", "A bot"))
                        .texts("requirements", "name"))
                .isNotEmpty()
                .doesNotContain("Invented", "Too");
    }

    @Test
    void aPlanKnowsTheProjectAndWhatWasSaidBefore() {
        String project = api.create("/projects", Map.of("name", "Shop", "description", "Sells umbrellas"));
        server.will(plan("Reliability", "x"));

        api.post(
                "/services/generate/test_config",
                Map.of(
                        "prompt",
                        "A bot",
                        "project_id",
                        project,
                        "previous_messages",
                        List.of(Map.of(
                                "content", "More about rain",
                                "timestamp", "now",
                                "chip_states",
                                        List.of(Map.of(
                                                "label", "Snow",
                                                "description", "",
                                                "active", false,
                                                "category", "topic"))))));

        assertThat(server.received().getFirst().prompt())
                .contains("Sells umbrellas", "More about rain", "topic \"Snow\": switched off");
        assertThat(api.post(
                                "/services/generate/test_config",
                                Map.of("prompt", "A bot", "project_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.project_id");
    }

    @Test
    void aPipelineTellsThePlanAndTheTestsLineByLine() {
        server.will(plan("Reliability", "x"));

        List<JsonNode> lines = pipeline(Map.of("num_tests", 7));

        assertThat(Lines.types(lines))
                .startsWith("config_item")
                .containsSubsequence("config_done", "test", "tests_done", "done");
        assertThat(Lines.of("test", lines)).hasSize(7);
        assertThat(Lines.of("test", lines).stream()
                        .map(line -> line.path("index").asInt()))
                .containsExactlyElementsOf(IntStream.range(0, 7).boxed().toList());
        JsonNode item = lines.getFirst();
        assertThat(item.path("category").asString()).isEqualTo("requirements");
        assertThat(item.path("active").isBoolean()).isTrue();
        JsonNode test = Lines.of("test", lines).getFirst();
        assertThat(test.path("test_type").asString()).isEqualTo("Single-Turn");
        assertThat(test.at("/test/prompt/content").asString()).isNotBlank();
        assertThat(lines.get(lines.size() - 2).path("total").asInt()).isEqualTo(7);
    }

    @Test
    void aPipelineWithAPlanWritesTestsByWhatIsSwitchedOn() {
        Map<String, Object> plan = Map.of(
                "requirements", List.of(item("Reliability", true), item("Compliance", false)),
                "topics", List.of(item("Returns", true)),
                "categories", List.of(item("Harmless", true)));

        List<JsonNode> lines = pipeline(Map.of("config", plan, "test_type", "Multi-Turn", "num_tests", 2));

        assertThat(Lines.types(lines)).containsExactly("test", "test", "tests_done", "done");
        assertThat(lines.getFirst().at("/test/requirement").asString()).isEqualTo("Reliability");
        assertThat(lines.getFirst().at("/test/test_configuration/goal").asString())
                .isNotBlank();
        assertThat(server.received().getFirst().prompt()).doesNotContain("Compliance");
    }

    @Test
    void aPipelineThatFailsSaysWhere() {
        server.always(question -> ModelReply.error(401, "No credit left"));
        List<JsonNode> noPlan = pipeline(Map.of());
        assertThat(Lines.types(noPlan)).containsExactly("error", "config_done", "done");
        assertThat(noPlan.getFirst().path("phase").asString()).isEqualTo("config");
        assertThat(noPlan.getFirst().path("message").asString()).contains("No credit left");

        server.will(plan("Reliability", "x"));
        List<JsonNode> noTests = pipeline(Map.of());
        assertThat(Lines.types(noTests)).endsWith("config_done", "error", "tests_done", "done");
        JsonNode error = noTests.get(noTests.size() - 3);
        assertThat(error.path("phase").asString()).isEqualTo("tests");
        assertThat(error.path("message").asString()).contains("No credit left");
    }

    @Test
    void aPipelineIsRefusedBeforeItsFirstLine() {
        assertThat(api.post("/services/generate/test_pipeline", Map.of()).badFields())
                .containsExactly("body.prompt");
        assertThat(api.post("/services/generate/test_pipeline", Map.of("prompt", "x", "num_tests", 21))
                        .badFields())
                .containsExactly("body.num_tests");
        Answer without = organizations.create().post("/services/generate/test_pipeline", Map.of("prompt", "x"));
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.text("detail")).contains("models.generation");
    }

    @Test
    void aConversationSuggestsATest() {
        server.will(ModelReply.json(Map.of(
                "prompt", "How do I return shoes?",
                "expected_response", "Within 30 days",
                "requirement", "reliability",
                "category", "Harmless",
                "topic", "Returns")));

        Answer single = extract(Map.of("test_type", "Single-Turn"));

        assertThat(single.text("prompt_content")).isEqualTo("How do I return shoes?");
        assertThat(single.text("expected_response")).isEqualTo("Within 30 days");
        assertThat(single.text("topic")).isEqualTo("Returns");
        assertThat(single.text("test_type")).isEqualTo("Single-Turn");
        assertThat(server.received().getFirst().prompt()).contains("Shoes, please", "Which size?");
        server.will(ModelReply.json(Map.of(
                "goal", "Return shoes",
                "instructions", List.of("Ask", "Insist"),
                "restrictions", "",
                "scenario", "A customer",
                "requirement", "Invented",
                "category", "",
                "topic", "Returns")));

        Answer multi = extract(Map.of());

        assertThat(multi.text("test_type")).isEqualTo("Multi-Turn");
        assertThat(multi.text("test_configuration.goal")).isEqualTo("Return shoes");
        assertThat(multi.text("test_configuration.instructions")).isEqualTo("Ask\nInsist");
        assertThat(multi.text("requirement")).isNotEqualTo("Invented").isNotBlank();
        assertThat(multi.text("category")).isEqualTo("Harmless");
        assertThat(api.get("/tests").total()).isZero();
    }

    @Test
    void aConversationOfWhichNothingComesIsABadGateway() {
        server.always(question -> ModelReply.text("A nice talk."));

        assertThat(extract(Map.of()).status()).isEqualTo(502);
        assertThat(api.post("/tests/extract-from-conversation", Map.of("messages", List.of()))
                        .badFields())
                .containsExactly("body.messages");
        assertThat(extract(Map.of("test_type", "x")).badFields()).containsExactly("body.test_type");
    }

    @Test
    void viewersMayNotSpendTokens() {
        Api viewer = organizations.member(api, "viewer");
        for (String path : List.of("tests", "multiturn-tests", "test_config", "test_pipeline")) {
            assertThat(viewer.post("/services/generate/" + path, Map.of("prompt", "x"))
                            .status())
                    .isEqualTo(403);
        }
    }

    private Answer tests(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("config", CONFIG));
        body.putAll(more);
        return api.post("/services/generate/tests", body);
    }

    private Answer extract(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "messages",
                List.of(
                        Map.of("role", "user", "content", "Shoes, please"),
                        Map.of("role", "assistant", "content", "Which size?"))));
        body.putAll(more);
        return api.post("/tests/extract-from-conversation", body);
    }

    private List<JsonNode> pipeline(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("prompt", "A bot of a shop"));
        body.putAll(more);
        return api.lines("/services/generate/test_pipeline", body);
    }

    private static List<String> cells(Answer answer) {
        return answer.at("tests")
                .valueStream()
                .map(test -> test.path("requirement").asString()
                        + test.path("category").asString()
                        + test.path("topic").asString())
                .toList();
    }

    private static Map<String, Object> item(String name, boolean active) {
        return Map.of("name", name, "description", "", "active", active);
    }

    private static ModelReply plan(String... requirements) {
        return ModelReply.json(Map.of(
                "requirements", List.of(requirements),
                "topics", List.of(item("Returns", true), item("Payment", false)),
                "categories", List.of(item("Edge cases", true))));
    }
}
