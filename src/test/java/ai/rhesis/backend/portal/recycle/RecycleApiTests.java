package ai.rhesis.backend.portal.recycle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class RecycleApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void deletedIsListedInItsOwnShapeAndRestored() {
        String id = api.create("/prompts", Map.of("content", "x"));
        Answer living = api.get("/prompts/" + id);
        api.create("/prompts", Map.of("content", "stays"));
        api.delete("/prompts/" + id);
        Answer bin = api.get("/recycle/prompt");
        assertThat(bin.total()).isEqualTo(1);
        assertThat(bin.at("0").propertyNames())
                .containsExactlyElementsOf(living.json().propertyNames());
        Answer restored = api.post("/recycle/prompt/" + id + "/restore", null);
        assertThat(restored.text("content")).isEqualTo("x");
        assertThat(restored.header("ETag")).isNotEqualTo(living.header("ETag"));
        assertThat(api.get("/prompts").total()).isEqualTo(2);
        assertThat(api.get("/recycle/prompt").total()).isZero();
    }

    @Test
    void restoringOntoATakenNameIsAConflict() {
        String old = api.create("/categories", Map.of("name", "Tone"));
        api.delete("/categories/" + old);
        String young = api.create("/categories", Map.of("name", "tone"));
        Answer refused = api.post("/recycle/category/" + old + "/restore", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("existing_id")).isEqualTo(young);
    }

    @Test
    void purgeIsForGoodAndAsksForConfirmation() {
        String id = api.create("/prompts", Map.of("content", "x"));
        api.delete("/prompts/" + id);
        assertThat(api.delete("/recycle/prompt/" + id).text("field")).isEqualTo("confirm");
        assertThat(api.delete("/recycle/prompt/" + id + "?confirm=true").status())
                .isEqualTo(200);
        assertThat(api.get("/prompts/" + id).status()).isEqualTo(404);
    }

    @Test
    void livingIsNeverPurged() {
        String id = api.create("/prompts", Map.of("content", "x"));
        assertThat(api.delete("/recycle/prompt/" + id + "?confirm=true").status())
                .isEqualTo(409);
        assertThat(api.post("/recycle/prompt/" + id + "/restore", null).status())
                .isEqualTo(409);
        assertThat(api.get("/prompts/" + id).status()).isEqualTo(200);
    }

    @Test
    void whatAnotherObjectNeedsIsNotPurged() {
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        String prompt = String.valueOf(api.get("/tests/" + test).text("prompt_id"));
        api.delete("/tests/" + test);
        api.delete("/prompts/" + prompt);
        Answer refused = api.delete("/recycle/prompt/" + prompt + "?confirm=true");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("test");
    }

    @Test
    void onlyOwnersPurge() {
        String id = api.create("/prompts", Map.of("content", "x"));
        api.delete("/prompts/" + id);
        Api member = organizations.member(api, "member");
        assertThat(member.delete("/recycle/prompt/" + id + "?confirm=true").status())
                .isEqualTo(403);
        assertThat(member.post("/recycle/prompt/" + id + "/restore", null).status())
                .isEqualTo(200);
    }

    @Test
    void otherOrganizationSeesAndRestoresNothing() {
        String id = api.create("/prompts", Map.of("content", "x"));
        api.delete("/prompts/" + id);
        Api other = organizations.create();
        assertThat(other.get("/recycle/prompt").total()).isZero();
        assertThat(other.post("/recycle/prompt/" + id + "/restore", null).status())
                .isEqualTo(404);
        assertThat(other.delete("/recycle/prompt/" + id + "?confirm=true").status())
                .isEqualTo(404);
    }

    @Test
    void unknownTableNamesThoseThereAre() {
        Answer refused = api.get("/recycle/account");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.at("allowed_values").toString())
                .contains("prompt", "test_set")
                .doesNotContain("token");
    }
}
