package ai.rhesis.backend.workspace.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ParameterApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    Experiments project;

    @BeforeEach
    void ownProject() {
        api = organizations.create();
        project = new Experiments(api, api.create("/projects", Map.of("name", "Bot")));
    }

    @Test
    void aProjectHasNoParametersAtFirst() {
        Answer empty = project.get("schema");
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.json().toString()).isEqualTo("{\"fields\":[]}");
    }

    @Test
    void whatIsPutIsReadInItsOrderWithEveryKey() {
        Answer put = project.put("schema", """
                {"fields": [
                    {"name": "temperature", "type": "number", "default": {"type": "number", "value": 1}, "extra": 1},
                    {"name": "model", "type": "model_ref", "required": true, "description": "The model"},
                    {"name": "mode", "type": "enum", "options": ["b", "a"], "display_order": 3}]}
                """);
        assertThat(put.status()).isEqualTo(200);
        assertThat(project.get("schema").json()).isEqualTo(put.json());
        assertThat(put.json().toString())
                .isEqualTo("{\"fields\":["
                        + "{\"name\":\"temperature\",\"type\":\"number\",\"description\":null,\"required\":false,"
                        + "\"default\":{\"type\":\"number\",\"value\":1.0},\"options\":null,\"display_order\":0},"
                        + "{\"name\":\"model\",\"type\":\"model_ref\",\"description\":\"The model\",\"required\":true,"
                        + "\"default\":null,\"options\":null,\"display_order\":0},"
                        + "{\"name\":\"mode\",\"type\":\"enum\",\"description\":null,\"required\":false,"
                        + "\"default\":null,\"options\":[\"b\",\"a\"],\"display_order\":3}]}");
    }

    @Test
    void puttingReplacesAll() {
        project.put("schema", fields(Map.of("name", "a", "type", "text"), Map.of("name", "b", "type", "text")));
        project.put("schema", fields(Map.of("name", "c", "type", "text")));
        assertThat(project.get("schema").at("fields").size()).isEqualTo(1);
        assertThat(project.get("schema").text("fields.0.name")).isEqualTo("c");
    }

    @Test
    void whoReadAnOlderRevisionChangesNothing() {
        String first = String.valueOf(project.get("schema").header("ETag"));
        Experiments careful = project.as(api.with("If-Match", first));
        assertThat(careful.put("schema", Experiments.SCHEMA).status()).isEqualTo(200);
        assertThat(careful.put("schema", fields()).status()).isEqualTo(412);
        assertThat(project.get("schema").at("fields").size()).isEqualTo(3);
        String second = String.valueOf(project.get("schema").header("ETag"));
        assertThat(project.as(api.with("If-Match", second))
                        .put("schema", fields())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void everyBadFieldIsNamed() {
        Answer refused = project.put("schema", """
                {"fields": [
                    {"name": "a", "type": "text"},
                    {"name": "a", "type": "enum"},
                    {"name": "c", "type": "text", "options": ["x"]},
                    {"name": "d", "type": "number", "default": {"type": "string", "value": "x"}},
                    {"name": "e", "type": "enum", "options": ["x"], "default": {"type": "enum", "value": "y"}},
                    {"name": "f", "type": "text", "default": "bare"},
                    {"name": "g", "type": "text", "default": {"type": "text", "value": "x", "more": 1}},
                    {"name": "h", "type": "number", "default": {"type": "number", "value": 1e400}},
                    {"name": "i", "type": "enum", "options": []}]}
                """);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields())
                .containsExactly(
                        "body.fields.1.name",
                        "body.fields.1.options",
                        "body.fields.2.options",
                        "body.fields.3.default",
                        "body.fields.4.default",
                        "body.fields.5.default",
                        "body.fields.6.default",
                        "body.fields.7.default",
                        "body.fields.8.options");
        assertThat(project.put("schema", "{\"fields\": [{\"name\": \"Not_snake\", \"type\": \"colour\"}, {}]}")
                        .badFields())
                .contains("body.fields.0.type", "body.fields.0.name", "body.fields.1.name", "body.fields.1.type");
        assertThat(project.put("schema", "{}").badFields()).containsExactly("body.fields");
        assertThat(project.get("schema").at("fields").size()).isZero();
    }

    @Test
    void aSchemaHasAtMost200FieldsAndOneMegabyte() {
        assertThat(project.put("schema", many(201)).badFields()).containsExactly("body.fields");
        assertThat(project.put("schema", many(200)).status()).isEqualTo(200);
        String large = "x".repeat(1_048_576);
        assertThat(project.put("schema", fields(Map.of("name", "a", "type", "text", "description", large)))
                        .badFields())
                .containsExactly("body.fields");
    }

    @Test
    void hashesAreThoseOfThePublishedClients() {
        project.put("schema", Experiments.SCHEMA);
        Answer version = project.commit(project.shared("Tuning"), Map.of("model", "gpt-4o", "temperature", 1));
        assertThat(version.text("schema_fingerprint"))
                .isEqualTo("262ad4f27a9e680169e2a6a8d78beec9876a6ab309e24aad2b6b87ee1300a2c5");
        assertThat(version.text("content_hash"))
                .isEqualTo("d26de0ce4082b477ddc8b2599010fd47a94e21e561b459910d5dc9b8308a6434");
        assertThat(version.at("values.temperature").toString()).isEqualTo("{\"type\":\"number\",\"value\":1.0}");
        assertThat(version.text("values.mode.value")).isEqualTo("text");
    }

    @Test
    void viewersReadAndChangeNothing() {
        Experiments viewer = project.as(organizations.member(api, "viewer"));
        assertThat(viewer.get("schema").status()).isEqualTo(200);
        assertThat(viewer.put("schema", Experiments.SCHEMA).status()).isEqualTo(403);
        Experiments member = project.as(organizations.member(api, "member"));
        assertThat(member.put("schema", Experiments.SCHEMA).status()).isEqualTo(200);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        project.put("schema", Experiments.SCHEMA);
        Experiments other = project.as(organizations.create());
        assertThat(other.get("schema").status()).isEqualTo(404);
        assertThat(other.put("schema", fields()).status()).isEqualTo(404);
        assertThat(project.get("schema").at("fields").size()).isEqualTo(3);
        Experiments unknown = new Experiments(api, UUID.randomUUID().toString());
        assertThat(unknown.get("schema").status()).isEqualTo(404);
        api.delete("/projects/" + project.project());
        assertThat(project.get("schema").status()).isEqualTo(410);
    }

    @SafeVarargs
    private static Map<String, Object> fields(Map<String, Object>... fields) {
        return Map.of("fields", List.of(fields));
    }

    private static Map<String, Object> many(int count) {
        return new HashMap<>(Map.of(
                "fields",
                IntStream.range(0, count)
                        .mapToObj(number -> Map.of("name", "field_" + number, "type", "text"))
                        .toList()));
    }
}
