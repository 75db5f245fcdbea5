package ai.rhesis.backend.run.testconfiguration;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TestConfigurationApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String model;
    String set;

    @BeforeEach
    void ownTarget() {
        api = organizations.create();
        model = api.create("/models", Map.of("name", "Bot", "provider", "ollama", "model_name", "g"));
        set = api.create("/test_sets", Map.of("name", "Smoke"));
    }

    @Test
    void whatIsCreatedCanBeReadAndChanged() {
        String id = api.create(
                "/test_configurations", Map.of("model_id", model, "test_set_id", set, "attributes", Map.of("a", 1)));

        Answer read = api.get("/test_configurations/" + id);
        assertThat(read.text("model.name")).isEqualTo("Bot");
        assertThat(read.text("test_set.name")).isEqualTo("Smoke");
        assertThat(read.text("endpoint_id")).isNull();
        assertThat(read.at("attributes.a").asInt()).isEqualTo(1);

        Map<String, Object> noSet = new HashMap<>();
        noSet.put("test_set_id", null);
        assertThat(api.put("/test_configurations/" + id, noSet).text("test_set_id"))
                .isNull();
        assertThat(api.get("/test_configurations?$filter={filter}", "model/name eq 'Bot'")
                        .total())
                .isEqualTo(1);
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(api.post("/test_configurations", Map.of("test_set_id", set)).badFields())
                .containsExactly("body.endpoint_id");
        assertThat(api.post("/test_configurations", Map.of("model_id", model, "endpoint_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.model_id");
        assertThat(api.post("/test_configurations", Map.of("endpoint_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.endpoint_id");
        assertThat(api.post("/test_configurations", Map.of("model_id", model, "test_set_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.test_set_id");
    }

    @Test
    void anIdThatIsTakenIsAConflict() {
        String id = api.create("/test_configurations", Map.of("model_id", model));

        assertThat(api.post("/test_configurations", Map.of("id", id, "model_id", model))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void deletedIsGoneAndPurgedUnlessARunNeedsIt() {
        String id = api.create("/test_configurations", Map.of("model_id", model));
        String used = api.create("/test_configurations", Map.of("model_id", model));
        api.create("/test_runs", Map.of("test_configuration_id", used));
        api.delete("/test_configurations/" + id);
        api.delete("/test_configurations/" + used);

        assertThat(api.get("/test_configurations/" + id).status()).isEqualTo(410);
        assertThat(api.delete("/recycle/test_configuration/" + id + "?confirm=true")
                        .status())
                .isEqualTo(200);
        assertThat(api.delete("/recycle/test_configuration/" + used + "?confirm=true")
                        .text("detail"))
                .contains("test run");
    }

    @Test
    void aTargetThatIsRemovedLeavesTheConfiguration() {
        String id = api.create("/test_configurations", Map.of("model_id", model, "test_set_id", set));
        api.delete("/models/" + model);
        api.delete("/test_sets/" + set);
        api.delete("/recycle/model/" + model + "?confirm=true");
        api.delete("/recycle/test_set/" + set + "?confirm=true");

        Answer left = api.get("/test_configurations/" + id);

        assertThat(left.text("model_id")).isNull();
        assertThat(left.text("test_set_id")).isNull();
        assertThat(api.post("/test_configurations/" + id + "/execute", null).status())
                .isEqualTo(409);
    }

    @Test
    void otherOrganizationSeesAndChangesNothing() {
        String id = api.create("/test_configurations", Map.of("model_id", model));
        Api other = organizations.create();

        assertThat(other.get("/test_configurations/" + id).status()).isEqualTo(404);
        assertThat(other.get("/test_configurations").total()).isZero();
        assertThat(other.put("/test_configurations/" + id, Map.of("attributes", Map.of()))
                        .status())
                .isEqualTo(404);
        assertThat(other.delete("/test_configurations/" + id).status()).isEqualTo(404);
        assertThat(other.post("/test_configurations/" + id + "/execute", null).status())
                .isEqualTo(404);
        assertThat(other.post("/test_configurations", Map.of("model_id", model)).badFields())
                .containsExactly("body.model_id");
    }
}
