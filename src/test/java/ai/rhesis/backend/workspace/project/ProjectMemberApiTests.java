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
class ProjectMemberApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    String owner;
    String colleague;
    String project;
    String path;

    @BeforeEach
    void ownProject() {
        api = organizations.create();
        owner = String.valueOf(api.get("/users").text("0.id"));
        colleague = api.post("/users", Map.of("email", Organizations.newAddress(), "name", "Zoe"))
                .id();
        project = api.create("/projects", Map.of("name", "Support"));
        path = "/projects/" + project + "/members";
    }

    @Test
    void theOwnerIsAMemberAndOthersAreAdded() {
        assertThat(api.get(path).texts("user_id")).containsExactly(owner);

        Answer added = api.post(path, Map.of("user_id", colleague, "role", "member"));

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("project_id")).isEqualTo(project);
        assertThat(added.text("user_id")).isEqualTo(colleague);
        assertThat(added.text("organization_id")).isNotBlank();
        assertThat(added.text("role")).isEqualTo("member");
        assertThat(added.text("user.name")).isEqualTo("Zoe");
        assertThat(api.post(path, Map.of("user_id", colleague)).status()).isEqualTo(201);
        assertThat(api.get(path).texts("user_id")).containsExactlyInAnyOrder(owner, colleague);
    }

    @Test
    void aMemberIsTakenOut() {
        api.post(path, Map.of("user_id", colleague));

        assertThat(api.delete(path + "/" + colleague).status()).isEqualTo(204);

        assertThat(api.get(path).texts("user_id")).containsExactly(owner);
        assertThat(api.delete(path + "/" + colleague).status()).isEqualTo(404);
    }

    @Test
    void theCallerAndTheOwnerStay() {
        Answer self = api.delete(path + "/" + owner);
        assertThat(self.status()).isEqualTo(400);
        Api member = organizations.member(api, "member");
        Answer ofOwner = member.delete(path + "/" + owner);
        assertThat(ofOwner.status()).isEqualTo(400);
        assertThat(ofOwner.text("detail")).contains("owner");
    }

    @Test
    void badRequestsAreNamed() {
        assertThat(api.post(path, Map.of()).badFields()).containsExactly("body.user_id");
        assertThat(api.post(path, Map.of("user_id", colleague, "role_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.role_id");
        assertThat(api.post(path, Map.of("user_id", colleague, "role", "boss")).badFields())
                .containsExactly("body.role");
        assertThat(api.post(path, Map.of("user_id", UUID.randomUUID())).status())
                .isEqualTo(404);
        assertThat(organizations
                        .member(api, "viewer")
                        .post(path, Map.of("user_id", colleague))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anotherOrganizationSeesAndChangesNothing() {
        Api other = organizations.create();
        String stranger = String.valueOf(other.get("/users").text("0.id"));
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.post(path, Map.of("user_id", stranger)).status()).isEqualTo(404);
        assertThat(other.delete(path + "/" + colleague).status()).isEqualTo(404);
        assertThat(api.post(path, Map.of("user_id", stranger)).status()).isEqualTo(404);
        assertThat(api.get(path).texts("user_id")).containsExactly(owner);
    }

    @Test
    void aDeletedProjectHasNoMembersToRead() {
        api.delete("/projects/" + project);
        assertThat(api.get(path).status()).isEqualTo(410);
        assertThat(api.post(path, Map.of("user_id", colleague)).status()).isEqualTo(410);
    }
}
