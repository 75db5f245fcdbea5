package ai.rhesis.backend.suite.generation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeModelServer.Received;
import ai.rhesis.backend.support.FakeWriter;
import ai.rhesis.backend.support.Generations;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/// Tests that are written from documents as they were uploaded.
@IntegrationTest
class SourcedGenerationApiTests {

    private static final Map<String, Object> CONFIG = Map.of("requirements", List.of("Reliability"));
    private static final int MAX_EXCERPT = 6_000;

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

    @ParameterizedTest
    @CsvSource({"policy.pdf, 'Water damage is covered up to 5,000 EUR.'", "policy.docx, 'Theft\t250 €'"})
    void theModelReadsTheTextOfADocument(String name, String text) throws IOException {
        String source = upload(name, new ClassPathResource("documents/" + name).getContentAsByteArray());

        Answer answer = generate(2, source);

        assertThat(answer.at("tests")).hasSize(2);
        assertThat(server.received())
                .allSatisfy(call -> assertThat(call.prompt()).contains(name, text));
        assertThat(answer.text("tests.0.metadata.sources.0.name")).isEqualTo(name);
        assertThat(answer.text("tests.0.metadata.sources.0.content")).contains(text);
    }

    @Test
    void eachCallReadsTheNextPartOfALongText() throws IOException {
        String source = upload("terms.txt", clauses(2_000).getBytes(StandardCharsets.UTF_8));

        Answer answer = generate(40, source);

        assertThat(answer.at("tests")).hasSize(40);
        List<Set<Integer>> read = server.received().stream()
                .map(SourcedGenerationApiTests::clausesIn)
                .toList();
        assertThat(read)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(clauses -> assertThat(clauses).isNotEmpty());
        Set<Integer> all = new HashSet<>();
        read.forEach(all::addAll);
        assertThat(all)
                .as("no clause is read twice")
                .hasSize(read.stream().mapToInt(Set::size).sum());
        assertThat(answer.at("tests")
                        .valueStream()
                        .map(test -> test.at("/metadata/sources/0/content").asString()))
                .allSatisfy(excerpt -> assertThat(excerpt.length()).isBetween(MAX_EXCERPT / 2, MAX_EXCERPT));
        assertThat(server.received())
                .allSatisfy(call ->
                        assertThat(clausesIn(call).size() * clause(1).length()).isLessThanOrEqualTo(MAX_EXCERPT));
    }

    @Test
    void aPipelineWritesFromSources() throws IOException {
        String source = upload("terms.txt", clauses(3).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> plan = Map.of(
                "requirements", List.of(Map.of("name", "Reliability", "description", "", "active", true)),
                "topics", List.of(),
                "categories", List.of());

        List<JsonNode> lines = api
                .lines(
                        "/services/generate/test_pipeline",
                        Map.of(
                                "prompt",
                                "A bot",
                                "num_tests",
                                2,
                                "config",
                                plan,
                                "sources",
                                List.of(Map.of("id", source))))
                .stream()
                .filter(line -> line.path("type").asString().equals("test"))
                .toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().at("/test/metadata/sources/0/content").asString())
                .isEqualTo(clauses(3).strip());
        assertThat(server.received())
                .allSatisfy(call -> assertThat(clausesIn(call)).containsExactly(0, 1, 2));
    }

    @Test
    void aSetIsFilledFromSources() throws IOException {
        String source = upload("terms.txt", clauses(3).getBytes(StandardCharsets.UTF_8));

        Answer started = generations.start(6, Map.of("sources", List.of(Map.of("id", source))));

        assertThat(generations.await(started).text("status")).isEqualTo("SUCCESS");
        assertThat(server.received())
                .allSatisfy(call -> assertThat(clausesIn(call)).containsExactly(0, 1, 2));
        Answer tests = api.get("/test_sets/" + started.text("test_set_id") + "/tests");
        assertThat(tests.total()).isEqualTo(6);
        assertThat(tests.json()
                        .valueStream()
                        .map(test -> test.at("/test_metadata/sources/0/name").asString()))
                .containsOnly("terms.txt");
    }

    @Test
    void aSourceOfAnotherOrganizationDoesNotExist() throws IOException {
        Api other = organizations.create();
        String foreign = upload(other, "terms.txt", clauses(1).getBytes(StandardCharsets.UTF_8));

        assertThat(generate(1, foreign).badFields()).containsExactly("body.sources");
        assertThat(generations
                        .start(1, Map.of("sources", List.of(Map.of("id", foreign))))
                        .badFields())
                .containsExactly("body.sources");
        assertThat(server.received()).isEmpty();
    }

    private Answer generate(int tests, String source) {
        return api.post(
                "/services/generate/tests",
                Map.of("num_tests", tests, "config", CONFIG, "sources", List.of(Map.of("id", source))));
    }

    private String upload(String name, byte[] content) {
        return upload(api, name, content);
    }

    private static String upload(Api caller, String name, byte[] content) {
        Answer made = caller.upload("/sources/upload", "file", Map.of(name, content));
        assertThat(made.status()).isEqualTo(200);
        return made.id();
    }

    private static String clauses(int count) {
        return IntStream.range(0, count)
                .mapToObj(SourcedGenerationApiTests::clause)
                .collect(Collectors.joining());
    }

    private static String clause(int number) {
        return "Clause %04d says what is insured and what is not.\n".formatted(number);
    }

    private static Set<Integer> clausesIn(Received call) {
        return call.prompt()
                .lines()
                .filter(line -> line.startsWith("Clause "))
                .map(line -> Integer.valueOf(line.substring(7, 11)))
                .collect(Collectors.toSet());
    }
}
