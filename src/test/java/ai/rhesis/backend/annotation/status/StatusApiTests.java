package ai.rhesis.backend.annotation.status;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TypeLookups;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class StatusApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/statuses", Map.of("name", "Waiting", "entity_type_id", entityType("Test")));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("name")).isEqualTo("Waiting");
        assertThat(api.get("/statuses/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void listIsNarrowedToAnEntityType() {
        assertThat(api.get("/statuses?entity_type=Test").texts("name"))
                .containsExactlyInAnyOrder("New", "In Review", "Approved", "Draft");
        assertThat(api.get("/statuses?entity_type=test&limit=1").total()).isEqualTo(4);
        assertThat(api.get("/statuses?entity_type=Nothing").total()).isZero();
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/statuses", "{\"entity_type_id\": 5}").badFields()).contains("body.entity_type_id");
        assertThat(api.post("/statuses", Map.of("name", "x".repeat(256))).badFields())
                .containsExactly("body.name");
    }

    @Test
    void theNameOfAnExistingOneOfItsEntityTypeIsThatOne() {
        String id = api.create("/statuses", Map.of("name", "Waiting", "entity_type_id", entityType("Test")));
        assertThat(api.create("/statuses", Map.of("name", "WAITING", "entity_type_id", entityType("Test"))))
                .isEqualTo(id);
        String ofNone = api.create("/statuses", Map.of("name", "Waiting"));
        assertThat(ofNone).isNotEqualTo(id);
        assertThat(api.create("/statuses", Map.of("name", "waiting"))).isEqualTo(ofNone);
    }

    @Test
    void anotherCantTakeItsName() {
        String id = api.create("/statuses", Map.of("name", "Waiting"));
        String other = api.create("/statuses", Map.of("name", "Going"));
        Answer refused = api.put("/statuses/" + other, Map.of("name", "WAITING"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("name");
        assertThat(refused.text("existing_id")).isEqualTo(id);
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        String id = api.create("/statuses", Map.of("name", "Waiting", "entity_type_id", entityType("Test")));
        Answer changed = api.put("/statuses/" + id, "{\"entity_type_id\": null}");
        assertThat(changed.text("name")).isEqualTo("Waiting");
        assertThat(changed.text("entity_type_id")).isNull();
        assertThat(api.put("/statuses/" + id, "{\"name\": null}").badFields()).containsExactly("body.name");
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/statuses", Map.of("name", "Waiting"));
        assertThat(api.delete("/statuses/" + id).text("name")).isEqualTo("Waiting");
        Answer gone = api.get("/statuses/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/status/" + id + "/restore");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = api.create("/statuses", Map.of("name", "Waiting"));
        Api other = organizations.create();
        assertThat(other.get("/statuses/" + id).status()).isEqualTo(404);
        assertThat(other.put("/statuses/" + id, Map.of("name", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete("/statuses/" + id).status()).isEqualTo(404);
        assertThat(other.get("/statuses?limit=100").texts("id")).doesNotContain(id);
        assertThat(other.post("/statuses", Map.of("name", "x", "entity_type_id", entityType("Test")))
                        .badFields())
                .containsExactly("body.entity_type_id");
        assertThat(api.get("/statuses/" + id).text("name")).isEqualTo("Waiting");
    }

    /// The id of an entity type of the own organization.
    private String entityType(String value) {
        return TypeLookups.id(api, "EntityType", value);
    }
}
