package ai.rhesis.backend.portal.recycle;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
        assertThat(bin.text("model")).isEqualTo("prompt");
        assertThat(bin.at("count").asInt()).isEqualTo(1);
        assertThat(bin.at("has_more").asBoolean(true)).isFalse();
        assertThat(bin.at("items.0").propertyNames())
                .containsExactlyElementsOf(living.json().propertyNames());
        Answer restored = api.post("/recycle/prompt/" + id + "/restore", null);
        assertThat(restored.text("message")).isNotBlank();
        assertThat(restored.text("item.content")).isEqualTo("x");
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
        Answer purged = api.delete("/recycle/prompt/" + id + "?confirm=true");
        assertThat(purged.status()).isEqualTo(200);
        assertThat(purged.text("item_id")).isEqualTo(id);
        assertThat(purged.text("message")).isNotBlank();
        assertThat(purged.text("warning")).isNotBlank();
        assertThat(api.get("/prompts/" + id).status()).isEqualTo(404);
    }

    @Test
    void pagesOfTheBinMayBeLong() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(number -> deletedPrompt("p" + number))
                .toList();
        Answer first = api.get("/recycle/prompt?skip=0&limit=2");
        assertThat(first.at("count").asInt()).isEqualTo(2);
        assertThat(first.at("has_more").asBoolean()).isTrue();
        assertThat(first.total()).isEqualTo(3);
        Answer last = api.get("/recycle/prompt?skip=2&limit=1000");
        assertThat(last.at("count").asInt()).isEqualTo(1);
        assertThat(last.at("has_more").asBoolean(true)).isFalse();
        assertThat(last.text("items.0.id")).isIn(ids);
        for (String limit : List.of("0", "1001")) {
            Answer refused = api.get("/recycle/prompt?limit=" + limit);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo("limit");
        }
        assertThat(api.get("/recycle/prompt?skip=-1").status()).isEqualTo(400);
    }

    @Test
    void whatIsInTheBinsIsCounted() {
        deletedPrompt("a");
        deletedPrompt("b");
        api.delete("/tags/" + api.create("/tags", Map.of("name", "t")));
        Answer counts = api.get("/recycle/stats/counts");
        assertThat(counts.at("total_models_with_deleted").asInt()).isEqualTo(2);
        assertThat(counts.at("counts.prompt").toString()).isEqualTo("{\"count\":2,\"class_name\":\"Prompt\"}");
        assertThat(counts.text("counts.tag.class_name")).isEqualTo("Tag");
        assertThat(organizations
                        .create()
                        .get("/recycle/stats/counts")
                        .at("counts")
                        .isEmpty())
                .isTrue();
        Answer models = api.get("/recycle/models");
        assertThat(models.at("count").asInt()).isEqualTo(models.at("models").size());
        assertThat(models.at("models").toString()).contains("{\"name\":\"test_set\",\"class_name\":\"TestSet\"}");
    }

    @Test
    void anEmptiedBinKeepsWhatOthersNeed() {
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
        String needed = String.valueOf(api.get("/tests/" + test).text("prompt_id"));
        api.delete("/tests/" + test);
        api.delete("/prompts/" + needed);
        String free = deletedPrompt("free");
        String living = api.create("/prompts", Map.of("content", "living"));
        assertThat(api.delete("/recycle/empty/prompt").text("field")).isEqualTo("confirm");
        assertThat(organizations
                        .create()
                        .delete("/recycle/empty/prompt?confirm=true")
                        .at("permanently_deleted")
                        .asInt())
                .isZero();
        assertThat(organizations
                        .member(api, "member")
                        .delete("/recycle/empty/prompt?confirm=true")
                        .status())
                .isEqualTo(403);

        Answer emptied = api.delete("/recycle/empty/prompt?confirm=true");

        assertThat(emptied.at("permanently_deleted").asInt()).isEqualTo(1);
        assertThat(emptied.at("failed").asInt()).isEqualTo(1);
        assertThat(emptied.text("message")).isNotBlank();
        assertThat(emptied.text("warning")).isNotBlank();
        assertThat(api.get("/prompts/" + free).status()).isEqualTo(404);
        assertThat(api.get("/prompts/" + needed).status()).isEqualTo(410);
        assertThat(api.get("/prompts/" + living).status()).isEqualTo(200);
        api.delete("/recycle/empty/test?confirm=true");
        assertThat(api.delete("/recycle/empty/prompt?confirm=true")
                        .at("permanently_deleted")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatHasNoNameIsKnownByItsPrompt() {
        String test = api.create("/tests", Map.of("prompt", Map.of("content", "x".repeat(100))));
        api.delete("/tests/" + test);
        Answer gone = api.get("/tests/" + test);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("item_name")).isEqualTo("x".repeat(80));
        String named = api.create("/tests", Map.of("name", "First", "prompt", Map.of("content", "Hi")));
        api.delete("/tests/" + named);
        assertThat(api.get("/tests/" + named).text("item_name")).isEqualTo("First");
        assertThat(api.get("/prompts/" + deletedPrompt("What?")).text("item_name"))
                .isEqualTo("What?");
    }

    private String deletedPrompt(String content) {
        String id = api.create("/prompts", Map.of("content", content));
        api.delete("/prompts/" + id);
        return id;
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
