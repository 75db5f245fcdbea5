package ai.rhesis.backend.workspace.environment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.Experiments;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

@IntegrationTest
class EnvironmentApiTests {

    @Autowired
    Organizations organizations;

    Api api;
    Experiments project;
    String shared;
    String hash;

    @BeforeEach
    void aSharedExperimentWithTwoVersions() {
        api = organizations.create();
        project = Experiments.inNewProject(api);
        shared = project.shared("Shared");
        project.commit(shared, Map.of("temperature", 0.1));
        hash = String.valueOf(project.commit(shared, Map.of("temperature", 0.2)).text("content_hash"));
    }

    @Test
    void aRegisteredOneIsUnbound() {
        assertThat(project.get("environments").json().toString()).isEqualTo("{\"environments\":{}}");
        Answer made = register("canary-1.eu_west");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().toString()).isEqualTo("{\"environments\":{\"canary-1.eu_west\":null}}");
        assertThat(project.get("environments").json()).isEqualTo(made.json());
    }

    @Test
    void aNameIsCheckedAndTakenOnce() {
        for (String bad : List.of("", "Canary", "-canary", ".canary", "a b", "x".repeat(64))) {
            assertThat(register(bad).badFields()).as(bad).containsExactly("body.name");
        }
        assertThat(project.bind("Canary", shared, "v1").badFields()).containsExactly("path.name");
        for (String builtIn : List.of("default", "development", "staging", "production")) {
            assertThat(register(builtIn).status()).as(builtIn).isEqualTo(409);
        }
        register("canary");
        assertThat(register("canary").status()).isEqualTo(409);
        assertThat(register("canary").text("detail")).contains("canary already exists");
        project.bind("bound", shared, "v1");
        assertThat(register("bound").status()).isEqualTo(409);
    }

    @Test
    void whatIsBoundIsKeptByItsLabel() {
        Answer bound = project.bind("default", shared, hash);
        assertThat(bound.status()).isEqualTo(200);
        assertThat(bound.text("environments.default.experiment_id")).isEqualTo(shared);
        assertThat(bound.text("environments.default.version")).isEqualTo("v2");
        assertThat(project.bind("default", shared, "v1").text("environments.default.version"))
                .isEqualTo("v1");
        assertThat(project.get("environments").at("environments").size()).isEqualTo(1);
    }

    @Test
    void onlyAVersionOfASharedExperimentOfTheProjectIsBound() {
        Experiments elsewhere = Experiments.inNewProject(api);
        String foreign = elsewhere.shared("Foreign");
        elsewhere.commit(foreign, Map.of());
        String hidden = project.make("Hidden", "private").id();
        project.commit(hidden, Map.of());
        String empty = project.shared("Empty");

        assertThat(project.bind("default", foreign, "v1").status()).isEqualTo(404);
        assertThat(project.bind("default", UUID.randomUUID().toString(), "v1").status())
                .isEqualTo(404);
        assertThat(project.bind("default", shared, "v3").status()).isEqualTo(404);
        assertThat(project.bind("default", empty, "v1").status()).isEqualTo(404);
        assertThat(project.bind("default", hidden, "v1").status()).isEqualTo(409);
        Experiments member = project.as(organizations.member(api, "member"));
        assertThat(member.bind("default", hidden, "v1").status()).isEqualTo(404);
        assertThat(member.bind("default", shared, "v1").status()).isEqualTo(200);
        assertThat(project.put("environments/default", Map.of()).badFields())
                .containsExactlyInAnyOrder("body.experiment_id", "body.version");
    }

    @Test
    void removingIsDoneOnceAndForAll() {
        project.bind("default", shared, "v1");
        register("canary");
        for (int times = 0; times < 2; times++) {
            Answer left = api.send(HttpMethod.DELETE, project.path("environments/default"), null);
            assertThat(left.status()).isEqualTo(200);
            assertThat(left.json().toString()).isEqualTo("{\"environments\":{\"canary\":null}}");
        }
    }

    @Test
    void anEnvironmentResolvesToWhatIsBoundThere() {
        project.bind("default", shared, "v1");
        project.bind("staging", shared, "v2");
        Answer usual = project.resolve("");
        assertThat(usual.status()).isEqualTo(200);
        assertThat(usual.text("experiment_id")).isEqualTo(shared);
        assertThat(usual.text("version")).isEqualTo("v1");
        assertThat(usual.text("source")).isEqualTo("environment");
        assertThat(usual.text("source_environment")).isEqualTo("default");
        assertThat(usual.at("values.temperature").toString()).isEqualTo("{\"type\":\"number\",\"value\":0.1}");
        assertThat(usual.text("schema.fields.1.name")).isEqualTo("temperature");
        assertThat(usual.json().propertyNames())
                .containsExactly("schema", "values", "experiment_id", "version", "source", "source_environment");
        assertThat(project.resolve("?environment=staging").text("version")).isEqualTo("v2");
    }

    @Test
    void anExperimentResolvesToItsNewestVersionAndAVersionToItself() {
        project.bind("default", shared, "v1");
        Answer newest = project.resolve("?experiment_id=" + shared);
        assertThat(newest.text("version")).isEqualTo("v2");
        assertThat(newest.text("source")).isEqualTo("experiment_id");
        assertThat(newest.text("source_environment")).isNull();
        for (String name : List.of("v2", hash)) {
            Answer pinned = project.resolve("?environment=default&experiment_id=" + shared + "&version=" + name);
            assertThat(pinned.text("version")).isEqualTo("v2");
            assertThat(pinned.text("source")).isEqualTo("version");
            assertThat(pinned.text("source_environment")).isNull();
        }
    }

    @Test
    void whatLeadsNowhereIsNotFoundWhateverElseIsBound() {
        project.bind("default", shared, "v1");
        String empty = project.shared("Empty");
        assertThat(project.resolve("?environment=production").text("field")).isEqualTo("environment");
        for (String query : List.of(
                "?environment=production",
                "?environment=unknown",
                "?experiment_id=" + empty,
                "?experiment_id=" + UUID.randomUUID(),
                "?experiment_id=" + shared + "&version=v9",
                "?version=v9")) {
            assertThat(project.resolve(query).status()).as(query).isEqualTo(404);
        }
        assertThat(project.resolve("?version=v9").text("field")).isEqualTo("version");
        register("canary");
        assertThat(project.resolve("?environment=canary").status()).isEqualTo(404);
        assertThat(Experiments.inNewProject(api)
                        .resolve("?experiment_id=" + shared)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aVersionAloneIsTheBoundOneElseTheOnlyOne() {
        assertThat(project.resolve("?version=v2").text("experiment_id")).isEqualTo(shared);
        String other = project.shared("Other");
        project.commit(other, Map.of("temperature", 0.9));
        Answer ambiguous = project.resolve("?version=v1");
        assertThat(ambiguous.status()).isEqualTo(409);
        assertThat(ambiguous.text("field")).isEqualTo("version");
        assertThat(project.resolve("?version=v2").text("experiment_id")).isEqualTo(shared);

        project.bind("default", other, "v1");
        Answer bound = project.resolve("?version=v1");
        assertThat(bound.text("experiment_id")).isEqualTo(other);
        assertThat(bound.text("source")).isEqualTo("version");
        project.bind("staging", shared, "v2");
        assertThat(project.resolve("?version=v1&environment=staging").text("experiment_id"))
                .isEqualTo(shared);
        assertThat(project.resolve("?version=v2").text("experiment_id")).isEqualTo(shared);
    }

    @Test
    void aHiddenExperimentDoesNotMakeAVersionAmbiguous() {
        Experiments member = project.as(organizations.member(api, "member"));
        String hidden = member.make("Hidden", "private").id();
        member.commit(hidden, Map.of());
        assertThat(project.resolve("?version=v1").text("experiment_id")).isEqualTo(shared);
        assertThat(member.resolve("?version=v1").status()).isEqualTo(409);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        project.bind("default", shared, "v1");
        Experiments other = project.as(organizations.create());
        assertThat(other.get("environments").status()).isEqualTo(404);
        assertThat(other.resolve("").status()).isEqualTo(404);
        assertThat(other.bind("default", shared, "v2").status()).isEqualTo(404);
        Api stranger = organizations.create();
        assertThat(stranger.post(project.path("environments"), Map.of("name", "canary"))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.delete(project.path("environments/default")).status())
                .isEqualTo(404);
        Experiments theirs = Experiments.inNewProject(stranger);
        assertThat(theirs.bind("default", shared, "v1").status()).isEqualTo(404);
        assertThat(theirs.resolve("?experiment_id=" + shared).status()).isEqualTo(404);
        assertThat(project.resolve("").text("version")).isEqualTo("v1");
    }

    private Answer register(String name) {
        return api.post(project.path("environments"), Map.of("name", name));
    }
}
