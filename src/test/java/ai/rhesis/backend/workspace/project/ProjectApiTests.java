package ai.rhesis.backend.workspace.project;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ProjectApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/projects", """
                {"name": "Support bot", "attributes": {"budget": {"euro": 12.5}, "teams": ["a", "b"], "open": true}}
                """);
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.at("is_active").asBoolean()).isTrue();
        assertThat(created.text("owner_id")).isEqualTo(created.text("user_id"));
        assertThat(created.text("owner.id")).isEqualTo(created.text("owner_id"));
        assertThat(created.text("owner.email")).contains("@");
        assertThat(created.at("attributes.budget.euro").asDouble()).isEqualTo(12.5);
        assertThat(api.get("/projects/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void tagsAreShown() {
        String id = api.create("/projects", Map.of("name", "Support bot"));
        api.post("/tags/Project/" + id, Map.of("name", "pilot"));
        assertThat(api.get("/projects/" + id).text("tags.0.name")).isEqualTo("pilot");
        assertThat(api.get("/projects").text("0.tags.0.name")).isEqualTo("pilot");
    }

    @Test
    void mineAreAllThatIMayEnter() {
        api.create("/projects", Map.of("name", "mine"));
        Api member = organizations.member(api, "member");
        member.create("/projects", Map.of("name", "theirs"));
        assertThat(api.get("/projects/mine").texts("name")).containsExactly("theirs", "mine");
        assertThat(member.get("/projects/mine/").texts("name")).containsExactly("theirs", "mine");
        assertThat(member.get("/projects").total()).isEqualTo(2);
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/projects", Map.of("is_active", "perhaps")).badFields())
                .contains("body.is_active");
        assertThat(api.post("/projects", Map.of("name", "x", "attributes", 5)).badFields())
                .containsExactly("body.attributes");
        assertThat(api.post("/projects", Map.of("name", "x", "owner_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.owner_id");
    }

    @Test
    void projectsShareNames() {
        String id = api.create("/projects", Map.of("name", "Support bot"));
        assertThat(api.create("/projects", Map.of("name", "Support bot"))).isNotEqualTo(id);
        assertThat(api.get("/projects?$filter={filter}", "name eq 'Support bot'")
                        .total())
                .isEqualTo(2);
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        String id = api.create(
                "/projects", Map.of("name", "Support bot", "is_active", false, "attributes", Map.of("a", 1)));
        Answer changed = api.put("/projects/" + id, "{\"owner_id\": null, \"icon\": \"bot\"}");
        assertThat(changed.text("owner_id")).isNull();
        assertThat(changed.text("owner")).isNull();
        assertThat(changed.text("icon")).isEqualTo("bot");
        assertThat(changed.at("is_active").asBoolean()).isFalse();
        assertThat(changed.at("attributes.a").asInt()).isEqualTo(1);
        assertThat(api.put("/projects/" + id, "{\"attributes\": null}").text("attributes"))
                .isNull();
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/projects", Map.of("name", "Support bot"));
        assertThat(api.delete("/projects/" + id).text("name")).isEqualTo("Support bot");
        Answer gone = api.get("/projects/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/project/" + id + "/restore");
        assertThat(api.get("/projects/mine").total()).isZero();
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Answer created = api.post("/projects", Map.of("name", "Support bot"));
        Api other = organizations.create();
        assertThat(other.get("/projects/" + created.id()).status()).isEqualTo(404);
        assertThat(other.put("/projects/" + created.id(), Map.of("name", "Theirs"))
                        .status())
                .isEqualTo(404);
        assertThat(other.delete("/projects/" + created.id()).status()).isEqualTo(404);
        assertThat(other.get("/projects").total()).isZero();
        assertThat(other.post("/projects", Map.of("name", "x", "owner_id", String.valueOf(created.text("owner_id"))))
                        .badFields())
                .containsExactly("body.owner_id");
        assertThat(api.get("/projects/" + created.id()).json()).isEqualTo(created.json());
    }
}
