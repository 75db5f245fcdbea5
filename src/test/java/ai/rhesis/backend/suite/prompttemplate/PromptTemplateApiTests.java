package ai.rhesis.backend.suite.prompttemplate;

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
class PromptTemplateApiTests {

    private static final String TEXT = "Ask about {{ topic }}.";

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        String source = api.create("/sources", Map.of("title", "Policy"));
        String parent = create();
        Answer created = api.post(
                "/prompt_templates/",
                Map.of("content", TEXT, "source_id", source, "parent_id", parent, "is_summary", true));
        assertThat(created.text("source_id")).isEqualTo(source);
        assertThat(created.text("is_summary")).isEqualTo("true");
        assertThat(api.get("/prompt_templates/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/prompt_templates", Map.of()).badFields()).containsExactly("body.content");
        assertThat(api.post("/prompt_templates", Map.of("content", TEXT, "source_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.source_id");
        String id = create();
        assertThat(api.put("/prompt_templates/" + id, Map.of("parent_id", id)).badFields())
                .containsExactly("body.parent_id");
    }

    @Test
    void aTemplateIsChangedDeletedAndRestored() {
        String id = create();
        assertThat(api.put("/prompt_templates/" + id, Map.of("language_code", "en"))
                        .text("content"))
                .isEqualTo(TEXT);
        api.delete("/prompt_templates/" + id);
        Answer gone = api.get("/prompt_templates/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("item_name")).isEqualTo(TEXT);
        api.post("/recycle/prompt_template/" + id + "/restore", null);
        assertThat(api.get("/prompt_templates/" + id).text("language_code")).isEqualTo("en");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = create();
        Api other = organizations.create();
        assertThat(other.get("/prompt_templates/" + id).status()).isEqualTo(404);
        assertThat(other.put("/prompt_templates/" + id, Map.of("content", "Theirs"))
                        .status())
                .isEqualTo(404);
        assertThat(other.delete("/prompt_templates/" + id).status()).isEqualTo(404);
        assertThat(other.get("/prompt_templates").total()).isZero();
        assertThat(other.post("/prompt_templates", Map.of("content", TEXT, "parent_id", id))
                        .badFields())
                .containsExactly("body.parent_id");
    }

    private String create() {
        return api.create("/prompt_templates", Map.of("content", TEXT));
    }
}
