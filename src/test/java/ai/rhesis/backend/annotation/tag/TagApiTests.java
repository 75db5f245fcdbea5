package ai.rhesis.backend.annotation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TagApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void assigningMakesTheTagOnceAndIsIdempotent() {
        String test = aTest();
        Answer first = api.post("/tags/Test/" + test, Map.of("name", "Smoke", "icon_unicode", "X"));
        Answer second = api.post("/tags/Test/" + test, Map.of("name", "smoke"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(api.get("/tests/" + test).at("tags").findValuesAsString("name"))
                .containsExactly("Smoke");
        assertThat(api.get("/tags").total()).isEqualTo(1);
    }

    @Test
    void everyTaggableTypeTakesAndLosesTags() {
        Map<String, String> items = Map.of(
                "Test", aTest(),
                "TestSet", api.create("/test_sets", Map.of("name", "s")),
                "Prompt", api.create("/prompts", Map.of("content", "p")),
                "Requirement", api.create("/requirements", Map.of("name", "r")),
                "Category", api.create("/categories", Map.of("name", "c")),
                "Project", api.create("/projects", Map.of("name", "p")),
                "Model", api.create("/models", Map.of("name", "m", "provider", "openai", "model_name", "g")),
                "Organization", organization());
        items.forEach((type, id) -> {
            String path = "/tags/" + type + "/" + id;
            Answer tag = api.post(path, Map.of("name", "on " + type));
            assertThat(tag.status()).as(type).isEqualTo(200);
            assertThat(api.delete(path + "/" + tag.id()).status()).as(type).isEqualTo(200);
            assertThat(api.delete(path + "/" + tag.id()).status()).as(type).isEqualTo(404);
        });
    }

    @Test
    void unknownTypeNamesThoseThereAre() {
        Answer refused = api.post("/tags/Parrot/" + UUID.randomUUID(), Map.of("name", "x"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("allowed_values").toString()).contains("Test", "TestSet", "Model");
    }

    @Test
    void typeThatHasNoObjectsHereIsAnsweredAsAnUnknownObject() {
        String tag = api.post("/tags", Map.of("name", "x")).id();
        for (String type : List.of("PromptTemplate", "Trace")) {
            String path = "/tags/" + type + "/" + UUID.randomUUID();
            Answer refused = api.post(path, Map.of("name", "y"));
            assertThat(refused.status()).as(type).isEqualTo(404);
            assertThat(refused.text("message")).contains(type);
            assertThat(api.delete(path + "/" + tag).status()).as(type).isEqualTo(404);
        }
        assertThat(api.get("/tags").total()).isEqualTo(1);
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/tags", Map.of("name", " ")).badFields()).containsExactly("body.name");
        assertThat(api.post("/tags/Test/" + aTest(), Map.of("name", "x".repeat(256)))
                        .badFields())
                .containsExactly("body.name");
    }

    @Test
    void theNameOfAnExistingOneIsThatOneInAnyCase() {
        String id = api.create("/tags", Map.of("name", "Nightly"));
        assertThat(api.create("/tags", Map.of("name", "NIGHTLY"))).isEqualTo(id);
        String other = api.create("/tags", Map.of("name", "Weekly"));
        Answer refused = api.put("/tags/" + other, Map.of("name", "NIGHTLY"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("name");
        assertThat(refused.text("existing_id")).isEqualTo(id);
    }

    @Test
    void aTagThatIsTakenOffIsASuccess() {
        String test = aTest();
        String tag = api.post("/tags/Test/" + test, Map.of("name", "smoke")).id();
        Answer removed = api.delete("/tags/Test/" + test + "/" + tag);
        assertThat(removed.json().toString()).isEqualTo("{\"status\":\"success\"}");
        assertThat(api.delete("/tags/Test/" + test + "/" + tag).status()).isEqualTo(404);
        assertThat(api.get("/tags/" + tag).status()).isEqualTo(200);
    }

    @Test
    void deletedTagDisappearsFromItsObjects() {
        String test = aTest();
        String tag = api.post("/tags/Test/" + test, Map.of("name", "old")).id();
        api.delete("/tags/" + tag);
        assertThat(api.get("/tests/" + test).at("tags").isEmpty()).isTrue();
        assertThat(api.get("/tags/" + tag).status()).isEqualTo(410);
        assertThat(api.post("/tags/Test/" + test, Map.of("name", "old")).id()).isNotEqualTo(tag);
    }

    @Test
    void deletedAndForeignObjectsTakeNoTags() {
        String test = aTest();
        assertThat(organizations
                        .create()
                        .post("/tags/Test/" + test, Map.of("name", "x"))
                        .status())
                .isEqualTo(404);
        api.delete("/tests/" + test);
        assertThat(api.post("/tags/Test/" + test, Map.of("name", "x")).status()).isEqualTo(410);
    }

    private String aTest() {
        return api.create("/tests", Map.of("prompt", Map.of("content", "Hello")));
    }

    private String organization() {
        return String.valueOf(api.get("/tokens/current").text("organization_id"));
    }
}
