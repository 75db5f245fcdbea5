package ai.rhesis.backend.metric.generation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MetricGenerationApiTests {

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api api;

    @BeforeEach
    void ownModel() {
        server = FakeModelServer.start();
        api = organizations.founder();
        new Runs(api).chooseModel("generation", server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDescriptionBecomesAMetric() {
        server.will(ModelReply.text("""
                Here it is: {"name": "Politeness", "description": "How polite it is.",
                "evaluation_prompt": "Is it polite?", "evaluation_steps": ["Read it", "Judge it"], "reasoning": "Quote it",
                "explanation": "Be nice", "score_type": "Numeric", "min_score": "1", "max_score": 5, "threshold": 4,
                "threshold_operator": ">=", "categories": null, "passing_categories": [],
                "metric_scope": ["single turn", "Everything"]}"""));

        Answer metric = generate("How polite an answer is, from 1 to 5");

        assertThat(metric.status()).isEqualTo(200);
        Answer stored = api.get("/metrics/" + metric.id());
        assertThat(stored.text("name")).isEqualTo("Politeness");
        assertThat(stored.text("evaluation_steps")).isEqualTo("Read it\nJudge it");
        assertThat(stored.text("score_type")).isEqualTo("numeric");
        assertThat(stored.at("min_score").asDouble()).isEqualTo(1);
        assertThat(stored.at("threshold").asDouble()).isEqualTo(4);
        assertThat(stored.at("metric_scope").toString()).isEqualTo("[\"Single-Turn\"]");
        assertThat(stored.text("metric_type.type_value")).isEqualTo("custom-prompt");
        assertThat(stored.text("backend_type.type_value")).isEqualTo("custom");
        assertThat(server.received().getFirst().prompt()).contains("from 1 to 5");
        assertThat(api.get("/usage").at("resources.model_tokens.used").asInt()).isEqualTo(18);
    }

    @Test
    void whatAModelLeavesOutIsFilledIn() {
        server.will(ModelReply.json(Map.of("name", "Tone", "evaluation_prompt", "Which tone?")));

        Answer metric = generate("The tone");

        assertThat(metric.text("score_type")).isEqualTo("numeric");
        assertThat(metric.at("metric_scope").toString()).isEqualTo("[\"Single-Turn\"]");
    }

    @Test
    void aMetricIsImprovedInPlace() {
        String id = api.create(
                "/metrics", Map.of("name", "Polite", "evaluation_prompt", "Is it polite?", "score_type", "binary"));
        server.will(ModelReply.json(Map.of("evaluation_prompt", "Is it polite, and short?")));

        Answer improved = api.post("/metrics/" + id + "/improve", Map.of("prompt", "Short ones are better"));

        assertThat(improved.status()).isEqualTo(200);
        assertThat(improved.text("name")).isEqualTo("Polite");
        assertThat(api.get("/metrics/" + id).text("evaluation_prompt")).isEqualTo("Is it polite, and short?");
        assertThat(api.get("/metrics/" + id).text("score_type")).isEqualTo("binary");
        assertThat(server.received().getFirst().prompt()).contains("Is it polite?", "Short ones are better");
    }

    @Test
    void aMetricThatChangedMeanwhileIsNotOverwritten() {
        String id = api.create(
                "/metrics", Map.of("name", "Polite", "evaluation_prompt", "Is it polite?", "score_type", "binary"));
        server.always(question -> {
            api.put("/metrics/" + id, Map.of("evaluation_prompt", "Mine"));
            return ModelReply.json(Map.of("evaluation_prompt", "The model's"));
        });

        assertThat(api.post("/metrics/" + id + "/improve", Map.of("prompt", "x"))
                        .status())
                .isEqualTo(412);
        assertThat(api.get("/metrics/" + id).text("evaluation_prompt")).isEqualTo("Mine");
    }

    @Test
    void failuresAreToldAndNothingIsStored() {
        server.always(question -> ModelReply.error(401, "No credit left"));
        assertThat(generate("x").text("detail")).contains("No credit left");
        server.always(question -> ModelReply.text("No."));
        assertThat(generate("x").status()).isEqualTo(502);
        server.always(question -> ModelReply.json(Map.of("evaluation_prompt", "Nameless")));
        assertThat(generate("x").status()).isEqualTo(502);
        server.always(question -> ModelReply.json(Map.of(
                "name",
                "Tone",
                "evaluation_prompt",
                "Which?",
                "score_type",
                "categorical",
                "categories",
                List.of("a"))));
        Answer unfit = generate("x");
        assertThat(unfit.status()).isEqualTo(502);
        assertThat(unfit.text("detail")).contains("categories");
        assertThat(generate("").badFields()).containsExactly("body.prompt");
        assertThat(api.get("/metrics").total()).isZero();
        Answer without = organizations.create().post("/metrics/generate", Map.of("prompt", "x"));
        assertThat(without.text("detail")).contains("models.generation");
    }

    @Test
    void othersImproveNothing() {
        String id = api.create(
                "/metrics", Map.of("name", "Polite", "evaluation_prompt", "Is it polite?", "score_type", "binary"));

        assertThat(organizations
                        .create()
                        .post("/metrics/" + id + "/improve", Map.of("prompt", "x"))
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/metrics/" + UUID.randomUUID() + "/improve", Map.of("prompt", "x"))
                        .status())
                .isEqualTo(404);
        Api viewer = organizations.member(api, "viewer");
        assertThat(viewer.post("/metrics/" + id + "/improve", Map.of("prompt", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(server.received()).isEmpty();
    }

    private Answer generate(String prompt) {
        return api.post("/metrics/generate", Map.of("prompt", prompt));
    }
}
