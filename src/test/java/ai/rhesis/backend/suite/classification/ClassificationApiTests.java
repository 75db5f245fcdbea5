package ai.rhesis.backend.suite.classification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.suite.testcase.SubjectNames;
import ai.rhesis.backend.suite.testcase.SubjectResolution;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ClassificationApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    SubjectResolution subjects;

    Api api;

    @BeforeEach
    void ownOrganization() {
        api = organizations.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/topics"})
    void whatIsCreatedCanBeRead(String path) {
        String root = api.create(path, Map.of("name", "Safety"));
        Answer created = api.post(path, Map.of("name", "Self-harm", "parent_id", root, "description", "d"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("parent_id")).isEqualTo(root);
        assertThat(api.get(path + "/" + created.id()).json()).isEqualTo(created.json());
        assertThat(api.get(path + "/").texts("name")).containsExactly("Self-harm", "Safety");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/topics"})
    void badFieldIsNamed(String path) {
        assertThat(api.post(path, Map.of("parent_id", UUID.randomUUID())).badFields())
                .containsExactly("body.name");
        Answer orphan = api.post(path, Map.of("name", "x", "parent_id", UUID.randomUUID()));
        assertThat(orphan.status()).isEqualTo(400);
        assertThat(orphan.text("field")).isEqualTo("parent_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/topics"})
    void anExistingNameIsTheSameOneAndCanNotBeTaken(String path) {
        String id = api.create(path, Map.of("name", "Safety"));
        Answer same = api.post(path, Map.of("name", "SAFETY"));
        assertThat(same.status()).isEqualTo(200);
        assertThat(same.id()).isEqualTo(id);
        assertThat(same.text("name")).isEqualTo("Safety");
        String other = api.create(path, Map.of("name", "Tone"));
        assertThat(api.put(path + "/" + other, Map.of("name", "safety")).text("existing_id"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/topics"})
    void treeHasNoCircle(String path) {
        String top = api.create(path, Map.of("name", "top"));
        String middle = api.create(path, Map.of("name", "middle", "parent_id", top));
        String bottom = api.create(path, Map.of("name", "bottom", "parent_id", middle));
        assertThat(api.put(path + "/" + top, Map.of("parent_id", bottom)).badFields())
                .containsExactly("body.parent_id");
        assertThat(api.put(path + "/" + top, Map.of("parent_id", top)).badFields())
                .containsExactly("body.parent_id");
        UUID own = UUID.randomUUID();
        assertThat(api.post(path, Map.of("id", own, "name", "own", "parent_id", own))
                        .badFields())
                .containsExactly("body.parent_id");
        assertThat(api.put(path + "/" + bottom, Map.of("parent_id", top)).status())
                .isEqualTo(200);
    }

    @Test
    void circleThroughADeletedOneIsRefusedToo() {
        String top = api.create("/topics", Map.of("name", "top"));
        String middle = api.create("/topics", Map.of("name", "middle", "parent_id", top));
        String bottom = api.create("/topics", Map.of("name", "bottom", "parent_id", middle));
        api.delete("/topics/" + middle);
        assertThat(api.put("/topics/" + top, Map.of("parent_id", bottom)).badFields())
                .containsExactly("body.parent_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/topics"})
    void absentIsUnchangedAndNullIsCleared(String path) {
        String root = api.create(path, Map.of("name", "Safety"));
        String id = api.create(path, Map.of("name", "Self-harm", "parent_id", root, "description", "d"));
        Answer changed = api.put(path + "/" + id, "{\"parent_id\": null}");
        assertThat(changed.text("parent_id")).isNull();
        assertThat(changed.text("description")).isEqualTo("d");
    }

    @Test
    void deletedIsGone() {
        String category = api.create("/categories", Map.of("name", "Safety"));
        assertThat(api.delete("/categories/" + category).text("name")).isEqualTo("Safety");
        Answer gone = api.get("/categories/" + category);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.text("restore_url")).isEqualTo("/recycle/category/" + category + "/restore");
        String topic = api.create("/topics", Map.of("name", "Returns"));
        api.delete("/topics/" + topic);
        assertThat(api.get("/recycle/topic").text("items.0.id")).isEqualTo(topic);
        assertThat(api.get("/topics/" + topic).text("restore_url")).isEqualTo("/recycle/topic/" + topic + "/restore");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/categories", "/topics"})
    void otherOrganizationSeesNothingAndChangesNothing(String path) {
        String id = api.create(path, Map.of("name", "Safety"));
        Api other = organizations.create();
        assertThat(other.get(path + "/" + id).status()).isEqualTo(404);
        assertThat(other.put(path + "/" + id, Map.of("name", "Theirs")).status())
                .isEqualTo(404);
        assertThat(other.delete(path + "/" + id).status()).isEqualTo(404);
        assertThat(other.get(path).total()).isZero();
        assertThat(other.post(path, Map.of("name", "x", "parent_id", id)).text("field"))
                .isEqualTo("parent_id");
        assertThat(other.post(path, Map.of("name", "Safety")).status()).isEqualTo(200);
        assertThat(api.get(path + "/" + id).text("name")).isEqualTo("Safety");
    }

    @Test
    void simultaneousMakersOfANameGetOneRow() throws Exception {
        Answer any = api.post("/categories", Map.of("name", "any"));
        Tenant tenant = new Tenant(uuid(any.text("organization_id")), uuid(any.text("user_id")));
        List<Future<UUID>> made = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(6)) {
            for (String name : List.of("Safety", "SAFETY", "safety", " Safety ", "sAFETY", "SafetY")) {
                made.add(crowd.submit(() -> tenant.call(() -> category(name))));
            }
        }
        Set<UUID> ids = new HashSet<>();
        for (Future<UUID> one : made) {
            ids.add(one.get());
        }
        assertThat(ids).hasSize(1);
        assertThat(api.get("/categories?entity_type=Test").texts("id"))
                .containsExactly(ids.iterator().next().toString());
    }

    @Test
    void nameThatIsThereIsFoundAndADeletedOneIsMadeAnew() {
        Answer any = api.post("/topics", Map.of("name", "any"));
        Tenant tenant = new Tenant(uuid(any.text("organization_id")), uuid(any.text("user_id")));
        UUID made = tenant.call(() -> topic("Returns"));
        assertThat(tenant.call(() -> topic("returns"))).isEqualTo(made);
        assertThat(api.get("/topics/" + made).text("user_id")).isEqualTo(any.text("user_id"));
        api.delete("/topics/" + made);
        assertThat(tenant.call(() -> topic("Returns"))).isNotEqualTo(made);
    }

    private static UUID uuid(@Nullable String text) {
        return UUID.fromString(String.valueOf(text));
    }

    private @Nullable UUID category(String name) {
        return subjects.resolve(List.of(SubjectNames.of(name, null, null)))
                .getFirst()
                .categoryId();
    }

    private @Nullable UUID topic(String name) {
        return subjects.resolve(List.of(SubjectNames.of(null, name, null)))
                .getFirst()
                .topicId();
    }
}
