package ai.rhesis.backend.portal.explorer.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.FakeTarget.Reply;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.HeldAnswers;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Lines;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
class SuggestionApiTests {

    private static final List<String> STREAMS =
            List.of("suggestion_pipeline", "generate_suggestion_outputs", "evaluate_suggestions");

    @Autowired
    Organizations organizations;

    FakeModelServer model;
    FakeTarget target;
    FakeWriter writer = FakeWriter.faithful();
    HeldAnswers held = new HeldAnswers();
    Api api;
    String tree;

    @BeforeEach
    void ownTree() {
        model = FakeModelServer.start().always(this::written);
        target = FakeTarget.start();
        api = organizations.founder();
        Runs runs = new Runs(api);
        runs.chooseModel("generation", model.url());
        runs.chooseModel("embedding", model.url());
        tree = "/explorer/"
                + api.post("/explorer", Map.of("name", "Claims bot")).id();
        api.put(
                tree + "/settings",
                Map.of(
                        "default_endpoint_id", runs.endpoint("Bot", target.url()),
                        "metric_ids", List.of(runs.assertion("Echoes", "contains", "Echo"))));
        add("Claims/Water", "Is water damage covered?");
        add("Claims/Fire", "Is my burnt kitchen covered?");
    }

    @AfterEach
    void stop() {
        held.release();
        model.close();
        target.close();
    }

    @Test
    void aPipelineTellsSuggestionsWithTheirAnswersAndVerdicts() {
        List<JsonNode> lines = pipeline(Map.of("num_suggestions", 12, "generate_embeddings", true));

        List<JsonNode> written = Lines.of("suggestion", lines);
        assertThat(indices(written))
                .containsExactlyElementsOf(IntStream.range(0, 12).boxed().toList());
        assertThat(written).allSatisfy(line -> {
            assertThat(line.path("input").asString()).isNotBlank();
            assertThat(line.path("topic").asString()).isIn("Claims/Water", "Claims/Fire");
        });
        for (String type : List.of("embedding", "output", "evaluation")) {
            assertThat(indices(Lines.of(type, lines))).as(type).hasSize(12).doesNotHaveDuplicates();
        }
        JsonNode output = Lines.of("output", lines).getFirst();
        String input = written.get(output.path("index").asInt()).path("input").asString();
        assertThat(output.path("input").asString()).isEqualTo(input);
        assertThat(output.path("output").asString()).isEqualTo("Echo: " + input);
        assertThat(output.get("error").isNull()).isTrue();
        JsonNode verdict = Lines.of("evaluation", lines).getFirst();
        assertThat(verdict.path("label").asString()).isEqualTo("pass");
        assertThat(verdict.path("labeler").asString()).isEqualTo("Echoes");
        assertThat(verdict.path("model_score").asDouble()).isEqualTo(1);
        assertThat(verdict.at("/metrics/Echoes/is_successful").asBoolean()).isTrue();
        assertThat(verdict.get("error").isNull()).isTrue();
        assertThat(Lines.types(lines).subList(lines.size() - 4, lines.size()))
                .containsExactly("suggestions_done", "output_summary", "eval_summary", "done");
        JsonNode all = Lines.of("suggestions_done", lines).getFirst();
        assertThat(all.path("total").asInt()).isEqualTo(12);
        assertThat(all.path("num_examples_used").asInt()).isEqualTo(2);
        assertThat(all.path("diversity_order")).hasSize(12);
        assertThat(all.path("diversity_scores")).hasSize(12).allMatch(JsonNode::isNumber);
        assertThat(Lines.of("output_summary", lines)
                        .getFirst()
                        .path("generated")
                        .asInt())
                .isEqualTo(12);
        assertThat(Lines.of("eval_summary", lines).getFirst().path("evaluated").asInt())
                .isEqualTo(12);
        assertThat(target.calls()).hasSize(12);
        assertThat(target.mostInFlight()).isLessThanOrEqualTo(10);
        assertThat(api.get(tree + "/tests").size()).isEqualTo(2);
        assertThat(api.get("/usage").at("resources.test_generation.used").asInt())
                .isEqualTo(12);
    }

    @Test
    void theModelIsShownExamplesAndWhatTheCallerWishes() {
        pipeline(Map.of("num_suggestions", 3, "user_feedback", "Write like a pirate", "topic", "Claims/Water"));

        String prompt = model.received().getFirst().prompt();
        assertThat(prompt)
                .contains("[Claims/Water] Is water damage covered?", "Write like a pirate", "\"Claims/Water\"")
                .doesNotContain("[Claims/Fire]");
        assertThat(prompt).as("what is there is not to be said again").contains("Is my burnt kitchen covered?");
    }

    @Test
    void suggestionsAreForTheTopicThatIsNamed() {
        Answer answer = suggest(Map.of("topic", "Claims", "num_suggestions", 4));

        assertThat(answer.texts("suggestions", "topic")).hasSize(4).containsOnly("Claims");
        assertThat(answer.at("num_examples_used").asInt()).isEqualTo(2);
        assertThat(suggest(Map.of("topic", "Claims/Fire", "num_suggestions", 1))
                        .at("num_examples_used")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void suggestionsAloneAreAnsweredAtOnce() {
        Answer plain = suggest(Map.of("num_suggestions", 6, "num_examples", 1));

        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.at("suggestions")).hasSize(6);
        assertThat(plain.text("suggestions.0.output")).isEmpty();
        assertThat(plain.text("suggestions.0.label")).isEmpty();
        assertThat(plain.text("suggestions.0.embedding")).isNull();
        assertThat(plain.at("num_examples_used").asInt()).isEqualTo(1);

        Answer embedded = suggest(Map.of("num_suggestions", 2, "generate_embeddings", true));
        assertThat(embedded.at("suggestions.0.embedding")).hasSize(3);
        assertThat(embedded.at("suggestions.1.diversity_score").isNumber()).isTrue();
        assertThat(target.calls()).isEmpty();
        assertThat(api.get(tree + "/tests").size()).isEqualTo(2);
    }

    @Test
    void whatIsThereIsNotSuggestedAgain() {
        model.will(ModelReply.json(Map.of(
                "tests", List.of(Map.of("prompt", "Is water damage COVERED"), Map.of("prompt", "What about hail?")))));

        assertThat(suggest(Map.of("num_suggestions", 1)).texts("suggestions", "input"))
                .containsExactly("What about hail?");
    }

    @Test
    void linesAreSentAsTheyCome() throws Exception {
        model.always(held.after(1, writer));
        String token = String.valueOf(api.post("/tokens", Map.of("name", "t")).text("access_token"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + organizations.port() + tree + "/suggestion_pipeline"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"num_suggestions\": 10}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                .body()))) {
            int evaluated = 0;
            while (evaluated < 5) {
                evaluated += lines.readLine().contains("\"evaluation\"") ? 1 : 0;
            }
            assertThat(held.isReleased())
                    .as("the second call of the model still hangs")
                    .isFalse();
            held.release();
            assertThat(lines.lines()).last().asString().contains("\"done\"");
        }
    }

    @Test
    void linesAreNotKeptForAnIdempotencyKey() {
        Api keyed = api.with("Idempotency-Key", "once");
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThat(keyed.text(tree + "/suggestion_pipeline", Map.of("num_suggestions", 1)))
                    .contains("\"done\"");
            assertThat(target.calls()).hasSize(attempt);
        }
    }

    @Test
    void anAnswerThatFailsIsToldInItsLine() {
        target.answering(call -> call.input().startsWith("a") ? Reply.output("") : Reply.status(500));
        model.will(ModelReply.json(Map.of(
                "tests", List.of(Map.of("prompt", "a question"), Map.of("prompt", "Will the server break now?")))));

        List<JsonNode> lines = pipeline(Map.of("num_suggestions", 2));

        assertThat(Lines.of("output", lines)).hasSize(2);
        JsonNode failed = Lines.of("output", lines).stream()
                .filter(line -> line.path("index").asInt() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(failed.path("output").asString()).isEmpty();
        assertThat(failed.path("error").asString()).contains("500");
        assertThat(Lines.of("evaluation", lines)).isEmpty();
        assertThat(Lines.of("eval_summary", lines).getFirst().path("evaluated").asInt())
                .isZero();
    }

    @Test
    void aMetricThatCannotJudgeIsToldInItsLine() {
        String judge = api.create(
                "/metrics",
                Map.of(
                        "name", "Polite",
                        "evaluation_prompt", "Is it polite?",
                        "score_type", "binary",
                        "metric_scope", List.of("Single-Turn"),
                        "backend_type", "custom"));
        assertThat(judge).isNotBlank();

        List<JsonNode> lines = pipeline(Map.of("num_suggestions", 1, "metric_names", List.of("Polite")));

        JsonNode verdict = Lines.of("evaluation", lines).getFirst();
        assertThat(verdict.path("label").asString()).isEqualTo("error");
        assertThat(verdict.path("error").asString()).contains("no model judges");
        assertThat(Lines.of("output_summary", lines)
                        .getFirst()
                        .path("generated")
                        .asInt())
                .isOne();
    }

    @Test
    void aModelThatGivesNothingIsAProblemBeforeTheFirstLine() {
        model.always(question -> ModelReply.error(401, "Incorrect API key provided"));
        for (String path : List.of("/generate_suggestions", "/suggestion_pipeline")) {
            Answer refused = api.post(tree + path, Map.of());
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.text("detail")).contains("Incorrect API key provided");
        }
        model.always(question -> ModelReply.text("I would rather not."));
        assertThat(api.post(tree + "/suggestion_pipeline", Map.of("num_suggestions", 1))
                        .status())
                .isEqualTo(502);
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void aModelThatFailsOnTheWayIsToldInALine() {
        model.will(ModelReply.json(Map.of("tests", List.of(Map.of("prompt", writer.text())))));
        model.always(question -> ModelReply.error(401, "No credit left"));

        List<JsonNode> lines = pipeline(Map.of("num_suggestions", 5));

        JsonNode error = Lines.of("error", lines).getFirst();
        assertThat(error.path("phase").asString()).isEqualTo("suggestions");
        assertThat(error.path("message").asString()).contains("No credit left");
        assertThat(Lines.of("evaluation", lines)).hasSize(1);
        assertThat(Lines.of("suggestions_done", lines).getFirst().path("total").asInt())
                .isOne();
        assertThat(Lines.types(lines)).endsWith("done");
    }

    @Test
    void withoutExamplesNothingIsSuggestedAndNobodyAsked() {
        String empty =
                "/explorer/" + api.post("/explorer", Map.of("name", "Empty")).id();
        api.put(
                empty + "/settings",
                Map.of(
                        "default_endpoint_id",
                        String.valueOf(api.get(tree + "/settings").text("default_endpoint.id"))));

        Answer alone = api.post(empty + "/generate_suggestions", Map.of());
        assertThat(alone.status()).isEqualTo(200);
        assertThat(alone.at("suggestions")).isEmpty();
        List<JsonNode> lines = api.lines(empty + "/suggestion_pipeline", Map.of("metric_names", List.of("Echoes")));
        assertThat(Lines.types(lines)).containsExactly("suggestions_done", "output_summary", "eval_summary", "done");
        assertThat(lines.getFirst().get("diversity_order").isNull()).isTrue();
        assertThat(model.received()).isEmpty();
    }

    @Test
    void withoutAModelForEmbeddingsTheOrderStays() {
        api.patch("/users/settings", "{\"models\": {\"embedding\": {\"model_id\": null}}}");

        List<JsonNode> lines = pipeline(Map.of("num_suggestions", 2, "generate_embeddings", true));

        assertThat(Lines.of("embedding", lines)).isEmpty();
        assertThat(Lines.of("suggestions_done", lines)
                        .getFirst()
                        .get("diversity_order")
                        .isNull())
                .isTrue();
    }

    @Test
    void embeddingsThatFailCostNoSuggestion() {
        model.always(question ->
                question.path().endsWith("/embeddings") ? ModelReply.error(400, "too long") : writer.apply(question));

        List<JsonNode> lines = pipeline(Map.of("num_suggestions", 2, "generate_embeddings", true));

        assertThat(Lines.of("embedding", lines)).hasSize(2);
        JsonNode all = Lines.of("suggestions_done", lines).getFirst();
        assertThat(all.path("diversity_order").toString()).isEqualTo("[0,1]");
        assertThat(all.path("diversity_scores").toString()).isEqualTo("[null,null]");
    }

    @Test
    void givenSuggestionsAreAsked() {
        target.answering(call -> call.input().equals("two") ? Reply.status(500) : Reply.output("Echo"));

        List<JsonNode> lines = api.lines(
                tree + "/generate_suggestion_outputs",
                Map.of("suggestions", List.of(Map.of("input", "one", "topic", "x"), Map.of("input", "two"))));

        assertThat(Lines.types(lines)).containsExactly("item", "item", "summary");
        JsonNode one = lines.stream()
                .filter(line -> line.path("input").asString().equals("one"))
                .findFirst()
                .orElseThrow();
        assertThat(one.path("index").asInt()).isZero();
        assertThat(one.path("output").asString()).isEqualTo("Echo");
        assertThat(one.get("error").isNull()).isTrue();
        assertThat(lines.getLast().path("generated").asInt()).isOne();
        assertThat(lines.getLast().path("total").asInt()).isEqualTo(2);
    }

    @Test
    void givenOutputsAreJudged() {
        List<JsonNode> lines = api.lines(
                tree + "/evaluate_suggestions",
                Map.of(
                        "suggestions",
                        List.of(
                                Map.of("input", "one", "output", "Echo: one"),
                                Map.of("input", "two", "output", "Silence"),
                                Map.of("input", "three", "output", "[no output]"))));

        Map<String, String> labels = new HashMap<>();
        Map<String, String> errors = new HashMap<>();
        Lines.of("item", lines).forEach(line -> {
            labels.put(line.path("input").asString(), line.path("label").asString());
            errors.put(line.path("input").asString(), line.path("error").asString("none"));
        });
        assertThat(labels).containsOnly(Map.entry("one", "pass"), Map.entry("two", "fail"), Map.entry("three", ""));
        assertThat(errors).containsEntry("three", "no output to evaluate").containsEntry("one", "none");
        assertThat(lines.getLast().path("type").asString()).isEqualTo("summary");
        assertThat(lines.getLast().path("evaluated").asInt()).isEqualTo(2);
        assertThat(lines.getLast().path("total").asInt()).isEqualTo(3);
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(suggest(Map.of("num_suggestions", 101)).badFields()).containsExactly("body.num_suggestions");
        assertThat(suggest(Map.of("num_examples", 0)).badFields()).containsExactly("body.num_examples");
        assertThat(suggest(Map.of("user_feedback", "x".repeat(1_001))).badFields())
                .containsExactly("body.user_feedback");
        Answer many = api.post(
                tree + "/generate_suggestion_outputs",
                Map.of(
                        "suggestions",
                        IntStream.range(0, 101)
                                .mapToObj(number -> Map.of("input", "x"))
                                .toList()));
        assertThat(many.badFields()).containsExactly("body.suggestions");
        for (String path : List.of("/suggestion_pipeline", "/evaluate_suggestions")) {
            Map<String, ?> longName = Map.of("metric_names", List.of("x".repeat(256)), "suggestions", List.of());
            assertThat(api.post(tree + path, longName).badFields()).containsExactly("body.metric_names.0");
        }
        assertThat(api.post(tree + "/evaluate_suggestions", Map.of()).badFields())
                .containsExactly("body.suggestions");
        assertThat(api.post(tree + "/suggestion_pipeline", Map.of("num_suggestions", 0))
                        .badFields())
                .containsExactly("body.num_suggestions");
        assertThat(model.received()).isEmpty();
    }

    @Test
    void whatIsMissingIsSaidBeforeTheFirstLine() {
        Map<String, ?> given = Map.of("suggestions", List.of(Map.of("input", "x", "output", "y")));
        Answer unknownMetric = api.post(tree + "/suggestion_pipeline", Map.of("metric_names", List.of("None")));
        assertThat(unknownMetric.status()).isEqualTo(400);
        assertThat(unknownMetric.text("detail")).contains("does not exist");
        assertThat(api.post(tree + "/suggestion_pipeline", Map.of("endpoint_id", UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        String bare =
                "/explorer/" + api.post("/explorer", Map.of("name", "Bare")).id();
        assertThat(api.post(bare + "/generate_suggestion_outputs", given).text("detail"))
                .contains("No endpoint specified");
        assertThat(api.post(bare + "/evaluate_suggestions", given).text("detail"))
                .contains("No metrics specified");
        assertThat(api.post(bare + "/suggestion_pipeline", Map.of()).status()).isEqualTo(400);
        String set = api.create("/test_sets", Map.of("name", "Smoke"));
        assertThat(api.post("/explorer/" + set + "/generate_suggestions", Map.of())
                        .status())
                .isEqualTo(400);
        api.patch("/users/settings", "{\"models\": {\"generation\": {\"model_id\": null}}}");
        assertThat(suggest(Map.of()).text("detail")).contains("models.generation");
        assertThat(api.post(tree + "/suggestion_pipeline", Map.of()).text("detail"))
                .contains("models.generation");
    }

    @Test
    void othersSuggestNothing() {
        Api other = organizations.create();
        Api viewer = organizations.member(api, "viewer");
        Map<String, ?> given = Map.of("suggestions", List.of(Map.of("input", "x", "output", "y")));
        assertThat(other.post(tree + "/generate_suggestions", Map.of()).status())
                .isEqualTo(404);
        for (String path : STREAMS) {
            Object body = path.equals("suggestion_pipeline") ? Map.of() : given;
            assertThat(other.post(tree + "/" + path, body).status()).as(path).isEqualTo(404);
            assertThat(viewer.post(tree + "/" + path, body).status()).as(path).isEqualTo(403);
        }
        String foreign = new Runs(other).endpoint("Theirs", target.url());
        assertThat(api.post(tree + "/suggestion_pipeline", Map.of("endpoint_id", foreign))
                        .status())
                .isEqualTo(404);
        assertThat(target.calls()).isEmpty();
        assertThat(model.received()).isEmpty();
    }

    private ModelReply written(FakeModelServer.Received question) {
        return question.path().endsWith("/embeddings") ? ModelReply.text("") : writer.apply(question);
    }

    private void add(String topic, String input) {
        api.post(tree + "/tests", Map.of("topic", topic, "input", input));
    }

    private Answer suggest(Map<String, ?> body) {
        return api.post(tree + "/generate_suggestions", body);
    }

    private List<JsonNode> pipeline(Map<String, ?> body) {
        return api.lines(tree + "/suggestion_pipeline", body);
    }

    private static List<Integer> indices(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("index").asInt()).toList();
    }
}
