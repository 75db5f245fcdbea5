package ai.rhesis.backend.workspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ExperimentVersionApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    Experiments project;
    String experiment;

    @BeforeEach
    void ownExperiment() {
        api = organizations.create();
        project = Experiments.inNewProject(api);
        experiment = project.make("Tuning", "private").id();
    }

    @Test
    void versionsAreListedFromTheOldest() {
        Answer first = commit(Map.of("values", Map.of("temperature", 0.3), "message", "cold"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("version")).isEqualTo("v1");
        assertThat(first.text("parent_version")).isNull();
        assertThat(first.text("message")).isEqualTo("cold");
        assertThat(first.text("created_by_user_id"))
                .isEqualTo(api.get("/experiments/" + experiment).text("owner_user_id"));
        Answer second = commit(Map.of("values", Map.of("temperature", 0.9)));
        assertThat(second.text("version")).isEqualTo("v2");
        assertThat(second.text("parent_version")).isEqualTo("v1");

        assertThat(api.get("/experiments/" + experiment + "/versions").texts("version"))
                .containsExactly("v1", "v2");
        Answer detail = api.get("/experiments/" + experiment);
        assertThat(detail.at("versions.0").toString()).isEqualTo(first.json().toString());
        assertThat(detail.text("latest_version")).isEqualTo("v2");
        assertThat(detail.at("versions_count").asInt()).isEqualTo(2);
        assertThat(api.get("/experiments").text("0.latest_version")).isEqualTo("v2");
    }

    @Test
    void aVersionIsFoundByItsLabelAndItsHash() {
        Answer first = commit(Map.of("values", Map.of("temperature", 0.3)));
        commit(Map.of());
        String path = "/experiments/" + experiment + "/versions/";
        assertThat(api.get(path + "v1").json()).isEqualTo(first.json());
        assertThat(api.get(path + first.text("content_hash")).json()).isEqualTo(first.json());
        for (String unknown : List.of("v3", "v0", "v01", "1", "V1", "v99999999999", "0".repeat(64))) {
            assertThat(api.get(path + unknown).status()).as(unknown).isEqualTo(404);
        }
    }

    @Test
    void theSameValuesAgainAreTheSameVersion() {
        Answer first = commit(Map.of("values", Map.of("temperature", 1), "message", "one"));
        Answer again = commit(Map.of("values", Map.of("temperature", "1.0"), "message", "other"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        commit(Map.of("values", Map.of("temperature", 2)));
        Answer back = commit(Map.of("values", Map.of("temperature", 1)));
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.text("version")).isEqualTo("v3");
        assertThat(back.text("content_hash")).isEqualTo(first.text("content_hash"));
        assertThat(api.get("/experiments/" + experiment + "/versions/" + first.text("content_hash"))
                        .text("version"))
                .isEqualTo("v3");
    }

    @Test
    void theParentCanBeChosen() {
        Answer first = commit(Map.of("values", Map.of("temperature", 1)));
        commit(Map.of("values", Map.of("temperature", 2)));
        assertThat(commit(Map.of("values", Map.of("temperature", 3), "parent_version", "v1"))
                        .text("parent_version"))
                .isEqualTo("v1");
        assertThat(commit(Map.of(
                                "values",
                                Map.of("temperature", 4),
                                "parent_version",
                                String.valueOf(first.text("content_hash"))))
                        .text("parent_version"))
                .isEqualTo("v1");
        Answer refused = commit(Map.of("values", Map.of("temperature", 5), "parent_version", "v9"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body.parent_version");
        assertThat(api.get("/experiments/" + experiment + "/versions").size()).isEqualTo(4);
    }

    @Test
    void unknownNamesAreDroppedAndDefaultsFilledIn() {
        Answer version =
                commit(Map.of("values", Map.of("colour", "red", "mode", Map.of("type", "enum", "value", "json"))));
        assertThat(version.at("values").toString())
                .isEqualTo("{\"mode\":{\"type\":\"enum\",\"value\":\"json\"},"
                        + "\"model\":{\"type\":\"string\",\"value\":\"gpt-4o-mini\"},"
                        + "\"temperature\":{\"type\":\"number\",\"value\":0.7}}");
        Answer empty = api.post("/experiments/" + experiment + "/versions", "{}");
        assertThat(empty.text("values.mode.value")).isEqualTo("text");
    }

    @TestFactory
    Stream<DynamicTest> valuesConvertAsFarAsTheyAreTheSame() {
        UUID id = UUID.fromString("6A7CD0F1-3a4b-4c8d-9e0f-001122334455");
        return Stream.of(
                        new Case("integer", "3", "3"),
                        new Case("integer", "3.0", "3"),
                        new Case("integer", "\" 42 \"", "42"),
                        new Case("integer", "123456789012345678901234567890", "123456789012345678901234567890"),
                        new Case("integer", "3.5", null),
                        new Case("integer", "true", null),
                        new Case("integer", "\"three\"", null),
                        new Case("number", "3", "3.0"),
                        new Case("number", "\"1e-5\"", "1.0E-5"),
                        new Case("number", "false", null),
                        new Case("number", "\"NaN\"", null),
                        new Case("number", "\"Infinity\"", null),
                        new Case("number", "1e999", null),
                        new Case("boolean", "true", "true"),
                        new Case("boolean", "1", null),
                        new Case("boolean", "\"true\"", null),
                        new Case("string", "\"ä\"", "\"ä\""),
                        new Case("string", "5", null),
                        new Case("text", "null", null),
                        new Case("text", "{\"type\": \"string\", \"value\": \"x\"}", null),
                        new Case("text", "{\"type\": \"text\", \"value\": \"x\"}", "\"x\""),
                        new Case("text", "{\"type\": \"text\", \"value\": \"x\", \"more\": 1}", null),
                        new Case("text", "{\"value\": \"x\"}", null),
                        new Case("model_ref", "\"" + id.toString().toUpperCase() + "\"", "\"" + id + "\""),
                        new Case("secret_ref", "\"no id\"", null))
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> check(each)));
    }

    private void check(Case each) {
        Experiments other = Experiments.inNewProject(api);
        other.put("schema", Map.of("fields", List.of(Map.of("name", "it", "type", each.type))));
        String made = other.make("Tuning", "private").id();
        Answer version = api.post("/experiments/" + made + "/versions", "{\"values\": {\"it\": " + each.sent + "}}");
        if (each.kept == null) {
            assertThat(version.badFields()).containsExactly("body.values.it");
        } else {
            assertThat(version.status()).isEqualTo(201);
            assertThat(version.at("values.it.value").toString()).isEqualTo(each.kept);
            assertThat(api.get("/experiments/" + made + "/versions/v1")
                            .json()
                            .at("/values/it/type")
                            .asString())
                    .isEqualTo(each.type);
        }
    }

    private record Case(String type, String sent, @Nullable String kept) {}

    @Test
    void everyBadValueIsNamed() {
        project.put(
                "schema",
                Map.of(
                        "fields",
                        List.of(
                                Map.of("name", "needed", "type", "string", "required", true),
                                Map.of("name", "mode", "type", "enum", "options", List.of("text", "json")),
                                Map.of("name", "optional", "type", "string"))));
        Answer refused = commit(Map.of("values", Map.of("mode", "xml")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactly("body.values.needed", "body.values.mode");
        assertThat(commit(Map.of("values", List.of())).badFields()).containsExactly("body.values");
        assertThat(commit(Map.of("values", Map.of("needed", "x"))).at("values").size())
                .isEqualTo(1);
        assertThat(api.get("/experiments/" + experiment).at("versions_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void aVersionTakesAtMostOneMegabyteAndAllTogether16() {
        String large = "x".repeat(1_000_000);
        assertThat(commit(Map.of("values", Map.of("model", large + large))).badFields())
                .containsExactly("body.values");
        for (int number = 1; number <= 16; number++) {
            assertThat(commit(Map.of("values", Map.of("model", number + large))).status())
                    .isEqualTo(201);
        }
        assertThat(commit(Map.of("values", Map.of("model", "last" + large))).badFields())
                .containsExactly("body.values");
    }

    @Test
    void membersWhoCommitAtOnceGetNumbersWithoutAGap() throws Exception {
        int commits = 24;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, commits)
                    .mapToObj(number -> threads.submit(() -> commit(Map.of("values", Map.of("temperature", number)))))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(201);
            }
        }
        assertThat(api.get("/experiments/" + experiment + "/versions").texts("version"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, commits)
                        .mapToObj(number -> "v" + number)
                        .toList());
    }

    private Answer commit(Map<String, ?> body) {
        return api.post("/experiments/" + experiment + "/versions", body);
    }
}
