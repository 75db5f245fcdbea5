package ai.rhesis.backend.annotation.typelookup;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TypeLookupApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/type_lookups", Map.of("type_name", "Severity", "type_value", "High"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("type_value")).isEqualTo("High");
        assertThat(api.get("/type_lookups/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void everyOrganizationStartsWithItsOwnValues() {
        assertThat(api.get("/type_lookups?limit=100").texts("type_value"))
                .contains("Test", "Single-Turn", "openai", "numeric");
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/type_lookups", Map.of("type_name", " ", "description", "x"))
                        .badFields())
                .containsExactlyInAnyOrder("body.type_name", "body.type_value");
    }

    @Test
    void anExistingValueOfItsTypeIsThatOneInAnyCase() {
        String id = api.create("/type_lookups", Map.of("type_name", "Severity", "type_value", "High"));
        assertThat(api.create("/type_lookups", Map.of("type_name", "Severity", "type_value", "HIGH")))
                .isEqualTo(id);
        String other = api.create("/type_lookups", Map.of("type_name", "Severity", "type_value", "Low"));
        Answer refused = api.put("/type_lookups/" + other, Map.of("type_value", "HIGH"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("type_value");
        assertThat(refused.text("existing_id")).isEqualTo(id);
        assertThat(api.create("/type_lookups", Map.of("type_name", "Other", "type_value", "High")))
                .isNotEqualTo(id);
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        String id = api.create(
                "/type_lookups", Map.of("type_name", "Severity", "type_value", "High", "description", "Act now"));
        Answer changed = api.put("/type_lookups/" + id, "{\"description\": null}");
        assertThat(changed.text("type_value")).isEqualTo("High");
        assertThat(changed.text("description")).isNull();
    }

    @Test
    void deletedIsGoneAndItsValueIsFree() {
        String id = api.create("/type_lookups", Map.of("type_name", "Severity", "type_value", "High"));
        assertThat(api.delete("/type_lookups/" + id).text("type_value")).isEqualTo("High");
        Answer gone = api.get("/type_lookups/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/type_lookup/" + id + "/restore");
        assertThat(api.post("/type_lookups", Map.of("type_name", "Severity", "type_value", "High"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = api.create("/type_lookups", Map.of("type_name", "Severity", "type_value", "High"));
        Api other = organizations.create();
        assertThat(other.get("/type_lookups/" + id).status()).isEqualTo(404);
        assertThat(other.put("/type_lookups/" + id, Map.of("type_value", "Low")).status())
                .isEqualTo(404);
        assertThat(other.delete("/type_lookups/" + id).status()).isEqualTo(404);
        assertThat(other.get("/type_lookups?limit=100").texts("id")).doesNotContain(id);
        assertThat(api.get("/type_lookups/" + id).text("type_value")).isEqualTo("High");
    }

    @Test
    void valuesThatPublishedClientsLookForAreThere() {
        for (String filter : List.of(
                "type_name eq 'EntityType' and type_value eq 'Chunk'",
                "type_name eq 'EntityType' and type_value eq 'Trace'",
                "type_name eq 'EntityType' and type_value eq 'ArchitectSession'",
                "type_name eq 'BackendType' and type_value eq 'sdk'",
                "type_name eq 'ToolProviderType' and type_value eq 'jira'")) {
            assertThat(api.get("/type_lookups?$filter={filter}", filter).total())
                    .as(filter)
                    .isEqualTo(1);
        }
    }
}
