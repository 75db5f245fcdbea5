package ai.rhesis.backend.portal.feature;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class FeatureApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void featuresSayWhatIsThereAndItsLimits() {
        Answer features = api.get("/features");
        assertThat(features.status()).isEqualTo(200);
        assertThat(features.text("license.edition")).isEqualTo("community");
        assertThat(features.at("enabled").isArray()).isTrue();
        assertThat(features.at("warnings").isObject()).isTrue();
        assertThat(features.at("limits").isObject()).isTrue();
        assertThat(features.text("is_local")).isEqualTo("false");
        assertThat(features.text("rhesis_key_enabled")).isEqualTo("false");
        assertThat(features.text("mail_enabled")).isEqualTo("true");
        assertThat(features.at("max_page_size").asInt()).isEqualTo(100);
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        int limit = features.at("uploads/max_file_bytes").asInt();
        assertThat(api.upload("/files?entity_type=Test&entity_id=" + test, Map.of("a", new byte[limit + 1]))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void capabilitiesAreThoseOfTheRoutes() {
        assertThat(texts(api.get("/capabilities")))
                .contains(
                        "test_set:read",
                        "test_set:create",
                        "comment:delete",
                        "task:update",
                        "file:create",
                        "member:create",
                        "member:manage",
                        "test_set:execute",
                        "recycle:purge")
                .doesNotContain("file:update", "status:purge");
    }

    @Test
    void whatIsNotServedIsNobodysCapability() {
        List<String> kinds = List.of("role", "sso", "api_clients");
        assertThat(texts(api.get("/capabilities")))
                .noneMatch(word -> kinds.stream().anyMatch(kind -> word.startsWith(kind + ":")))
                .contains("architect:read", "owasp:read", "telemetry:read", "test_set:generate")
                .doesNotContain("file:update");
    }

    @Test
    void permissionsAreThoseOfTheRole() {
        List<String> all = texts(api.get("/capabilities"));
        assertThat(texts(api.get("/me/permissions"))).isEqualTo(all);
        assertThat(texts(organizations.member(api, "member").get("/me/permissions")))
                .contains("prompt:create")
                .doesNotContain("organization:update");
        assertThat(texts(organizations.member(api, "viewer").get("/me/permissions")))
                .contains("prompt:read")
                .doesNotContain("prompt:create");
    }

    private static List<String> texts(Answer answer) {
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
