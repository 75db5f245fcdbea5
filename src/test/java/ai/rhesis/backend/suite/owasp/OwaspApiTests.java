package ai.rhesis.backend.suite.owasp;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.Generations;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OwaspApiTests {

    @Autowired
    Organizations organizations;

    FakeModelServer server;
    Api api;
    Generations generations;

    @BeforeEach
    void ownModel() {
        server = FakeModelServer.start().always(FakeWriter.faithful());
        api = organizations.founder();
        generations = Generations.of(api, server.url());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void bothListsHaveTenRisks() {
        for (String framework : List.of("llm", "agentic")) {
            Answer list = api.get("/owasp/categories?framework=" + framework);

            assertThat(list.text("framework")).isEqualTo(framework);
            assertThat(list.text("report_url")).startsWith("https://");
            assertThat(list.texts("categories", "id")).hasSize(10).doesNotHaveDuplicates();
            assertThat(list.texts("categories", "name")).hasSize(10).doesNotHaveDuplicates();
            assertThat(list.texts("categories", "description")).allMatch(text -> text.length() > 60);
        }
        assertThat(api.get("/owasp/categories").texts("categories", "name")).startsWith("Prompt Injection");
        assertThat(api.get("/owasp/categories?framework=agentic").texts("categories", "id"))
                .startsWith("asi01");
        assertThat(api.get("/owasp/categories?framework=web").status()).isEqualTo(400);
    }

    @Test
    void aSetOfAttacksIsSpreadOverTheRisks() {
        Answer started = generate(Map.of("num_tests", 20));

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.text("framework")).isEqualTo("llm");
        assertThat(started.at("num_tests").asInt()).isEqualTo(20);
        Answer job = generations.await(started);
        assertThat(job.at("progress.completed").asInt()).isEqualTo(20);
        Answer set = api.get("/test_sets/" + job.text("test_set_id"));
        assertThat(set.text("name")).isEqualTo("OWASP Top 10 for LLM Applications 2025");
        assertThat(set.at("attributes.metadata.topics")).hasSize(10);
        assertThat(set.at("attributes.metadata.topics").toString()).contains("LLM01: Prompt Injection");
        assertThat(set.at("attributes.metadata.requirements").toString()).isEqualTo("[\"OWASP LLM Top 10\"]");
        assertThat(set.at("attributes.metadata.categories").toString()).isEqualTo("[\"Harmful\"]");
        String prompt = server.received().getFirst().prompt();
        assertThat(prompt).contains("A bank's bot", "Attacks:", "no disclaimer");
    }

    @Test
    void risksNameAndKindAreChosen() {
        String project = generations.project();
        Answer started = new Generations(api.with("X-Project-Id", project), project)
                .api()
                .post(
                        "/owasp/generate",
                        Map.of(
                                "framework", "agentic",
                                "purpose", "A coding agent",
                                "categories", List.of("ASI02", "asi05"),
                                "num_tests", 4,
                                "name", "Shell",
                                "test_type", "Multi-Turn"));

        generations.await(started);

        Answer set = api.get("/test_sets/" + started.text("test_set_id"));
        assertThat(set.text("name")).isEqualTo("Shell");
        assertThat(set.text("project_id")).isEqualTo(project);
        assertThat(set.text("test_set_type.type_value")).isEqualTo("Multi-Turn");
        assertThat(set.at("attributes.metadata.topics")).hasSize(2);
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(generate(Map.of("framework", "web")).badFields()).containsExactly("body.framework");
        assertThat(generate(Map.of("purpose", "")).badFields()).containsExactly("body.purpose");
        assertThat(generate(Map.of("categories", List.of("llm01", "asi01"))).badFields())
                .containsExactly("body.categories");
        assertThat(generate(Map.of("num_tests", 201)).badFields()).containsExactly("body.num_tests");
        Answer without = organizations.create().post("/owasp/generate", Map.of("framework", "llm", "purpose", "x"));
        assertThat(without.text("detail")).contains("models.generation");
        assertThat(api.get("/test_sets").total()).isZero();
    }

    private Answer generate(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("framework", "llm", "purpose", "A bank's bot"));
        body.putAll(more);
        return api.post("/owasp/generate", body);
    }
}
