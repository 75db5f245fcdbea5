package ai.rhesis.backend.suite.source;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TypeLookups;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class SourceApiTests {

    private static final String TEXT = "Water damage is covered.";

    @Autowired
    Organizations organizations;

    @Autowired
    SourceService sources;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Answer created = api.post(
                "/sources",
                Map.of(
                        "title",
                        "Policy",
                        "description",
                        "What is insured",
                        "content",
                        TEXT,
                        "source_type_id",
                        sourceType("Manual"),
                        "source_metadata",
                        Map.of("url", "https://wiki.example/policy")));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("source_type.type_value")).isEqualTo("Manual");
        assertThat(created.text("source_metadata.url")).isEqualTo("https://wiki.example/policy");
        assertThat(created.text("user.email")).isNotBlank();
        assertThat(api.get("/sources/" + created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void sourcesAreSortedByTheirFiles() {
        for (Object size : List.of(1867, 37_386, 5, "large", 1e300)) {
            Map<String, Object> file = Map.of("file_size", size, "file_type", "text/" + size);
            api.create("/sources", Map.of("title", "Of " + size, "source_metadata", file));
        }
        assertThat(api.get("/sources?sort_by=file_size&sort_order=asc&$filter=file_size ge 0")
                        .texts("title"))
                .containsExactly("Of 5", "Of 1867", "Of 37386");
        assertThat(api.get("/sources?sort_by=file_size&sort_order=desc").total())
                .isEqualTo(5);
        assertThat(api.get("/sources?sort_by=file_type&sort_order=desc&limit=1").texts("title"))
                .containsExactly("Of large");
    }

    @Test
    void theContentIsShownByItsOwnPathAlone() {
        String id = create("Policy");
        assertThat(api.get("/sources/" + id).json().has("content")).isFalse();
        assertThat(api.get("/sources").at("0").has("content")).isFalse();
        assertThat(api.get("/sources/" + id + "/content").text("content")).isEqualTo(TEXT);
        assertThat(api.get("/sources/" + id + "/content").text("title")).isEqualTo("Policy");
    }

    @Test
    void absentContentStaysAndNullRemovesIt() {
        String id = create("Policy");
        String before = api.get("/sources/" + id).header("ETag");
        api.put("/sources/" + id, Map.of("title", "Policy, 2026"));
        assertThat(content(id)).isEqualTo(TEXT);
        api.put("/sources/" + id, Map.of("content", "Fire is covered, too."));
        assertThat(content(id)).isEqualTo("Fire is covered, too.");
        assertThat(api.get("/sources/" + id).header("ETag")).isNotEqualTo(before);
        api.put("/sources/" + id, "{\"content\": null}");
        assertThat(content(id)).isNull();
        assertThat(api.get("/sources/" + id).text("title")).isEqualTo("Policy, 2026");
    }

    @Test
    void aChangeOfTheContentAloneIsAChangeOfTheSource() {
        String id = create("Policy");
        String before = String.valueOf(api.get("/sources/" + id).header("ETag"));
        api.put("/sources/" + id, Map.of("content", "Fire is covered, too."));
        assertThat(api.with("If-Match", before)
                        .put("/sources/" + id, Map.of("content", "Nothing is."))
                        .status())
                .isEqualTo(412);
        assertThat(content(id)).isEqualTo("Fire is covered, too.");
    }

    @Test
    void badFieldIsNamed() {
        assertThat(api.post("/sources", Map.of("content", TEXT)).badFields()).containsExactly("body.title");
        assertThat(api.post("/sources", Map.of("title", "Policy", "source_type_id", UUID.randomUUID()))
                        .badFields())
                .containsExactly("body.source_type_id");
        assertThat(api.post("/sources", Map.of("title", "Policy", "content", "x".repeat(SourceContent.MAX_LENGTH + 1)))
                        .badFields())
                .containsExactly("body.content");
    }

    @Test
    void sourcesAreFoundByTitleTypeAndTag() {
        String id = api.create("/sources", Map.of("title", "Policy", "source_type_id", sourceType("Website")));
        create("Terms");
        api.post("/tags/Source/" + id, Map.of("name", "insurance"));
        for (String filter : List.of(
                "contains(tolower(title), 'poli')",
                "source_type/type_value eq 'Website'",
                "tags/any(t: t/name eq 'insurance')")) {
            assertThat(api.get("/sources?$filter={filter}", filter).texts("id"))
                    .as(filter)
                    .containsExactly(id);
        }
        assertThat(api.get("/sources/" + id).text("tags.0.name")).isEqualTo("insurance");
    }

    @Test
    void commentsTasksAndFilesCanBeAboutASource() {
        String id = create("Policy");
        api.create("/comments", Map.of("content", "Outdated", "entity_type", "Source", "entity_id", id));
        api.create("/tasks", Map.of("title", "Renew it", "entity_type", "Source", "entity_id", id));
        api.upload("/files?entity_type=Source&entity_id=" + id, Map.of("policy.txt", TEXT.getBytes()));
        Answer source = api.get("/sources/" + id);
        assertThat(source.text("counts.comments")).isEqualTo("1");
        assertThat(source.text("counts.tasks")).isEqualTo("1");
    }

    @Test
    void deletedIsGoneAndComesBackWithItsContent() {
        String id = create("Policy");
        assertThat(api.delete("/sources/" + id).text("title")).isEqualTo("Policy");
        Answer gone = api.get("/sources/" + id + "/content");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("item_name")).isEqualTo("Policy");
        assertThat(api.get("/recycle/source").texts("items", "id")).containsExactly(id);
        assertThat(api.post("/recycle/source/" + id + "/restore", null).status())
                .isEqualTo(200);
        assertThat(content(id)).isEqualTo(TEXT);
    }

    @Test
    void aSourceIsResolvedByItsId() {
        String id = create("Policy");
        assertThat(api.get("/resolve?entity_type=source&entity_id=" + id).text("url"))
                .isEqualTo("/sources/" + id);
    }

    @Test
    void aSourceOfAProjectIsThereForThatProject() {
        String project = api.with("Idempotency-Key", "project").create("/projects", Map.of("name", "Claims"));
        String other = api.with("Idempotency-Key", "other").create("/projects", Map.of("name", "Support"));
        String id = api.with("X-Project-Id", project).create("/sources", Map.of("title", "Policy"));
        assertThat(api.with("X-Project-Id", project).get("/sources").texts("id"))
                .containsExactly(id);
        assertThat(api.with("X-Project-Id", other).get("/sources").total()).isZero();
        assertThat(api.with("X-Project-Id", other)
                        .get("/sources/" + id + "/content")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("/sources").texts("project_id")).containsExactly(project);
    }

    @Test
    void generationReadsTextsInTheOrderOfTheirIds() {
        String first = create("Policy");
        String second = api.create("/sources", Map.of("title", "Empty"));
        List<UUID> ids = List.of(UUID.fromString(second), UUID.fromString(first));
        List<SourceContent> read = Organizations.tenantOf(api).call(() -> sources.contents(ids));
        assertThat(read)
                .containsExactly(
                        new SourceContent(ids.getFirst(), "Empty", null),
                        new SourceContent(ids.getLast(), "Policy", TEXT));
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = create("Policy");
        Api other = organizations.create();
        assertThat(other.get("/sources/" + id).status()).isEqualTo(404);
        assertThat(other.get("/sources/" + id + "/content").status()).isEqualTo(404);
        assertThat(other.put("/sources/" + id, Map.of("content", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete("/sources/" + id).status()).isEqualTo(404);
        assertThat(other.get("/sources").total()).isZero();
        assertThat(other.get("/resolve?entity_type=source&entity_id=" + id).status())
                .isEqualTo(404);
        assertThat(other.post("/sources", Map.of("title", "Mine", "source_type_id", sourceType("Manual")))
                        .badFields())
                .containsExactly("body.source_type_id");
        assertThat(content(id)).isEqualTo(TEXT);
    }

    @Test
    void viewersReadOnly() {
        String id = create("Policy");
        Api viewer = organizations.member(api, "viewer");
        assertThat(viewer.get("/sources/" + id + "/content").text("content")).isEqualTo(TEXT);
        assertThat(viewer.post("/sources", Map.of("title", "Mine")).status()).isEqualTo(403);
        assertThat(viewer.delete("/sources/" + id).status()).isEqualTo(403);
    }

    private String create(String title) {
        return api.create("/sources", Map.of("title", title, "content", TEXT));
    }

    private @Nullable String content(String id) {
        return api.get("/sources/" + id + "/content").text("content");
    }

    private String sourceType(String value) {
        return TypeLookups.id(api, "SourceType", value);
    }
}
