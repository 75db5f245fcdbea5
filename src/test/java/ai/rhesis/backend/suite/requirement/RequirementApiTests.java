package ai.rhesis.backend.suite.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.suite.testcase.SubjectNames;
import ai.rhesis.backend.suite.testcase.SubjectResolution;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RequirementApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    SubjectResolution subjects;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post("/requirements", Map.of("name", "Stays polite", "description", "Always"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("description")).isEqualTo("Always");
        assertThat(api.get("/requirements/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void tagsAreShown() {
        String id = api.create("/requirements", Map.of("name", "Stays polite"));
        api.post("/tags/Requirement/" + id, Map.of("name", "tone"));
        assertThat(api.get("/requirements/" + id).text("tags.0.name")).isEqualTo("tone");
        assertThat(api.get("/requirements").text("0.tags.0.name")).isEqualTo("tone");
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/requirements", Map.of("description", "x")).badFields())
                .containsExactly("body.name");
        assertThat(api.post("/requirements", Map.of("name", "x", "status_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.status_id");
    }

    @Test
    void anExistingNameIsTheSameRequirement() {
        String id = api.create("/requirements", Map.of("name", "Stays polite"));
        Answer same = api.post("/requirements", Map.of("name", "stays POLITE"));
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.id()).isEqualTo(id);
        assertThat(same.text("name")).isEqualTo("Stays polite");
        assertThat(api.get("/requirements").total()).isEqualTo(1);
    }

    @Test
    void spacesAroundANameAreNoPartOfIt() {
        Answer made = api.post("/requirements", Map.of("name", " Stays polite "));
        assertThat(made.text("name")).isEqualTo("Stays polite");
        assertThat(api.post("/requirements", Map.of("name", " stays polite ")).id())
                .isEqualTo(made.id());
        assertThat(api.put("/requirements/" + made.id(), Map.of("name", " Stays brief "))
                        .text("name"))
                .isEqualTo("Stays brief");
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        String id = api.create("/requirements", Map.of("name", "Stays polite", "description", "Always"));
        Answer changed = api.put("/requirements/" + id, "{\"description\": null}");
        assertThat(changed.text("name")).isEqualTo("Stays polite");
        assertThat(changed.text("description")).isNull();
    }

    @Test
    void deletedIsGone() {
        String id = api.create("/requirements", Map.of("name", "Stays polite"));
        assertThat(api.delete("/requirements/" + id).text("name")).isEqualTo("Stays polite");
        Answer gone = api.get("/requirements/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/requirement/" + id + "/restore");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = api.create("/requirements", Map.of("name", "Stays polite"));
        Api other = organizations.create();
        assertThat(other.get("/requirements/" + id).status()).isEqualTo(404);
        assertThat(other.put("/requirements/" + id, Map.of("name", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete("/requirements/" + id).status()).isEqualTo(404);
        assertThat(other.get("/requirements").total()).isZero();
        assertThat(api.get("/requirements/" + id).text("name")).isEqualTo("Stays polite");
    }

    @Test
    void nameIsFoundOrMade() {
        Answer there = api.post("/requirements", Map.of("name", "Stays polite"));
        Tenant tenant = new Tenant(
                UUID.fromString(String.valueOf(there.text("organization_id"))),
                UUID.fromString(String.valueOf(there.text("user_id"))));
        assertThat(tenant.call(() -> requirement(" STAYS polite "))).hasToString(there.id());
        UUID made = tenant.call(() -> requirement("Stays brief"));
        assertThat(api.get("/requirements/" + made).text("name")).isEqualTo("Stays brief");
        assertThat(tenant.call(() -> requirement("stays brief"))).isEqualTo(made);
    }

    private @Nullable UUID requirement(String name) {
        return subjects.resolve(List.of(SubjectNames.of(null, null, name)))
                .getFirst()
                .requirementId();
    }
}
