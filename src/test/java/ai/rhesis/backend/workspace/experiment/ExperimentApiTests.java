package ai.rhesis.backend.workspace.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ExperimentApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    Api member;
    Experiments project;

    @BeforeEach
    void ownProject() {
        api = organizations.create();
        member = organizations.member(api, "member");
        project = Experiments.inNewProject(api);
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = project.make("Cold", "private");
        assertThat(created.status()).isEqualTo(201);
        assertThat(UUID.fromString(created.id()).version()).isEqualTo(4);
        assertThat(created.text("project_id")).isEqualTo(project.project());
        assertThat(created.text("project.id")).isEqualTo(project.project());
        assertThat(created.text("project.name")).isEqualTo(created.text("project_name"));
        assertThat(created.text("owner_user_id")).isEqualTo(created.text("user_id"));
        assertThat(created.at("versions_count").asInt()).isZero();
        assertThat(created.text("latest_version")).isNull();
        assertThat(created.at("permitted_actions").toString())
                .isEqualTo("[\"experiment:update\",\"experiment:delete\"]");
        assertThat(created.json().has("versions")).isFalse();
        Answer read = api.get("/experiments/" + created.id());
        assertThat(read.text("name")).isEqualTo("Cold");
        assertThat(read.text("visibility")).isEqualTo("private");
        assertThat(read.at("versions").size()).isZero();
        assertThat(api.get("/projects/" + project.project() + "/experiments").texts("id"))
                .containsExactly(created.id());
    }

    @Test
    void badFieldIsNamed() {
        assertThat(project.make("", "private").badFields()).containsExactly("body.name");
        assertThat(project.make("x", "secret").badFields()).containsExactly("body.visibility");
    }

    @Test
    void privateOnesOfOthersAreNeitherListedNorCounted() {
        String shared = project.shared("Shared");
        String mine = project.make("Mine", "private").id();
        String theirs = project.as(member).make("Theirs", "private").id();

        Answer list = api.get("/experiments?limit=1&sort_by=name&sort_order=asc");
        assertThat(list.texts("id")).containsExactly(mine);
        assertThat(list.total()).isEqualTo(2);
        assertThat(api.get("/experiments?limit=1&skip=1&sort_by=name&sort_order=asc")
                        .texts("id"))
                .containsExactly(shared);
        assertThat(api.get("/experiments?$filter={f}", "visibility eq 'private'")
                        .total())
                .isEqualTo(1);
        assertThat(member.get("/projects/" + project.project() + "/experiments").texts("id"))
                .containsExactly(theirs, shared);
        assertThat(member.get("/experiments").total()).isEqualTo(2);
    }

    @Test
    void aPrivateOneOfAnotherMemberIsNotThere() {
        String mine = project.make("Mine", "private").id();
        project.commit(mine, Map.of());
        for (String path : new String[] {"", "/versions", "/versions/v1", "/results"}) {
            assertThat(member.get("/experiments/" + mine + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(member.patch("/experiments/" + mine, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(member.delete("/experiments/" + mine).status()).isEqualTo(404);
        assertThat(project.as(member).commit(mine, Map.of()).status()).isEqualTo(404);
        assertThat(project.as(member).resolve("?experiment_id=" + mine).status())
                .isEqualTo(404);
        assertThat(project.as(member).resolve("?version=v1").status()).isEqualTo(404);
        assertThat(member.get("/resolve?entity_type=experiment&entity_id=" + mine)
                        .status())
                .isEqualTo(404);
        assertThat(member.get("/services/recent-activities").json().toString()).doesNotContain(mine);
        assertThat(api.get("/services/recent-activities").json().toString()).contains(mine);
        api.delete("/experiments/" + mine);
        assertThat(member.get("/experiments/" + mine).status()).isEqualTo(404);
        assertThat(member.get("/recycle/experiment").json().toString()).doesNotContain(mine);
        assertThat(api.get("/experiments/" + mine).status()).isEqualTo(410);
    }

    @Test
    void aSharedOneIsEditedByAllAndWithdrawnByItsOwner() {
        String shared = project.shared("Shared");
        assertThat(member.patch("/experiments/" + shared, Map.of("description", "ours"))
                        .text("description"))
                .isEqualTo("ours");
        assertThat(member.patch("/experiments/" + shared, Map.of("visibility", "private"))
                        .status())
                .isEqualTo(403);
        assertThat(api.put("/experiments/" + shared, Map.of("visibility", "private"))
                        .text("visibility"))
                .isEqualTo("private");
        assertThat(member.get("/experiments/" + shared).status()).isEqualTo(404);
    }

    @Test
    void viewersMayOnlyRead() {
        String shared = project.shared("Shared");
        Api viewer = organizations.member(api, "viewer");
        assertThat(viewer.get("/experiments/" + shared).at("permitted_actions").toString())
                .isEqualTo("[]");
        assertThat(project.as(viewer).commit(shared, Map.of()).status()).isEqualTo(403);
        assertThat(project.as(viewer).make("x", "private").status()).isEqualTo(403);
        assertThat(viewer.get("/me/permissions").json().toString())
                .contains("\"experiment:read\"")
                .doesNotContain("\"experiment:create\"");
        assertThat(member.get("/me/permissions").json().toString())
                .contains("\"experiment:create\"", "\"experiment:update\"", "\"experiment:delete\"");
    }

    @Test
    void aNameIsTakenPerOwnerWhilePrivateAndPerProjectWhenShared() {
        String mine = project.make("Cold", "private").id();
        Answer refused = project.make("cold", "private");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("name");
        assertThat(refused.text("existing_id")).isEqualTo(mine);

        String theirs = project.as(member).make("Cold", "private").id();
        assertThat(member.patch("/experiments/" + theirs, Map.of("visibility", "shared"))
                        .status())
                .isEqualTo(200);
        assertThat(api.patch("/experiments/" + mine, Map.of("visibility", "shared"))
                        .status())
                .isEqualTo(409);
        assertThat(project.make("Cold", "shared").text("existing_id")).isEqualTo(theirs);
        assertThat(Experiments.inNewProject(api).make("Cold", "shared").status())
                .isEqualTo(201);
        api.delete("/experiments/" + theirs);
        assertThat(api.patch("/experiments/" + mine, Map.of("visibility", "shared"))
                        .status())
                .isEqualTo(200);
        assertThat(api.post("/recycle/experiment/" + theirs + "/restore", null).status())
                .isEqualTo(409);
    }

    @Test
    void theyAreFoundByTheirProject() {
        String here = project.shared("Here");
        Experiments.inNewProject(api).shared("There");
        String name = String.valueOf(api.get("/projects/" + project.project()).text("name"));
        assertThat(api.get("/experiments?$filter={f}", "project/name eq '" + name + "'")
                        .texts("id"))
                .containsExactly(here);
        assertThat(api.with("X-Project-Id", project.project())
                        .get("/experiments")
                        .texts("id"))
                .containsExactly(here);
        Answer place = api.get("/resolve?entity_type=experiment&entity_id=" + here);
        assertThat(place.text("url")).isEqualTo("/experiments/" + here);
        assertThat(place.text("project_id")).isEqualTo(project.project());
    }

    @Test
    void aListHas50OnAPageAndAProject100() {
        for (int number = 0; number < 51; number++) {
            project.shared("Experiment " + number);
        }
        assertThat(api.get("/experiments").size()).isEqualTo(50);
        assertThat(api.get("/experiments").total()).isEqualTo(51);
        assertThat(api.get("/projects/" + project.project() + "/experiments").size())
                .isEqualTo(51);
    }

    @Test
    void whatAnEnvironmentNeedsStaysShared() {
        String shared = project.shared("Shared");
        project.commit(shared, Map.of());
        project.bind("staging", shared, "v1");
        assertThat(api.patch("/experiments/" + shared, Map.of("visibility", "private"))
                        .status())
                .isEqualTo(409);
        api.delete(project.path("environments/staging"));
        assertThat(api.patch("/experiments/" + shared, Map.of("visibility", "private"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deletedIsGoneAndFreesItsEnvironments() {
        String shared = project.shared("Shared");
        project.commit(shared, Map.of());
        api.post(project.path("environments"), Map.of("name", "canary"));
        project.bind("default", shared, "v1");
        project.bind("canary", shared, "v1");
        Answer deleted = api.delete("/experiments/" + shared);
        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.text("name")).isEqualTo("Shared");
        assertThat(api.get("/experiments/" + shared).status()).isEqualTo(410);
        assertThat(project.get("environments").json().toString()).isEqualTo("{\"environments\":{\"canary\":null}}");
        assertThat(api.post("/recycle/experiment/" + shared + "/restore", null).status())
                .isEqualTo(200);
        assertThat(api.get("/experiments/" + shared + "/versions").size()).isEqualTo(1);
    }

    @Test
    void whoReadAnOlderRevisionChangesNothing() {
        String shared = project.shared("Shared");
        String etag = String.valueOf(api.get("/experiments/" + shared).header("ETag"));
        api.patch("/experiments/" + shared, Map.of("name", "Renamed"));
        assertThat(api.with("If-Match", etag)
                        .patch("/experiments/" + shared, Map.of("name", "x"))
                        .status())
                .isEqualTo(412);
        assertThat(api.with("If-Match", etag).delete("/experiments/" + shared).status())
                .isEqualTo(412);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String shared = project.shared("Shared");
        project.commit(shared, Map.of());
        Api other = organizations.create();
        assertThat(other.get("/experiments").total()).isZero();
        assertThat(other.get("/projects/" + project.project() + "/experiments").status())
                .isEqualTo(404);
        assertThat(project.as(other).make("x", "shared").status()).isEqualTo(404);
        for (String path : new String[] {"", "/versions", "/versions/v1", "/results"}) {
            assertThat(other.get("/experiments/" + shared + path).status()).isEqualTo(404);
        }
        assertThat(other.patch("/experiments/" + shared, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(other.delete("/experiments/" + shared).status()).isEqualTo(404);
        assertThat(project.as(other).commit(shared, Map.of()).status()).isEqualTo(404);
        assertThat(api.get("/experiments/" + shared).text("name")).isEqualTo("Shared");
    }
}
