package ai.rhesis.backend.workspace.organization;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class OrganizationApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void whatIsCreatedCanBeReadByItsOwnerAtOnce() {
        Api person = organizations.register(Organizations.newAddress());
        String name = "Größe & Co. " + UUID.randomUUID();
        Answer created = person.post("/organizations", Map.of("name", name, "website", "https://example.com"));
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.text("slug")).startsWith("grosse-co-").hasSizeLessThanOrEqualTo(50);
        assertThat(created.text("website")).isEqualTo("https://example.com");
        assertThat(created.text("is_active")).isEqualTo("true");
        assertThat(created.text("owner_id"))
                .isEqualTo(person.get("/users").texts("id").getFirst());
        assertThat(person.get("/organizations/" + created.id()).json()).isEqualTo(created.json());
        assertThat(person.get("/statuses").total()).isPositive();
    }

    @Test
    void withoutAnOrganizationNothingElseIsOpen() {
        Api person = organizations.register(Organizations.newAddress());
        for (String path : List.of("/prompts", "/users", "/organizations", "/users/settings")) {
            Answer refused = person.get(path);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("detail")).contains("POST /organizations", "invitation");
        }
    }

    @Test
    void badFieldsAreNamed() {
        Api person = organizations.register(Organizations.newAddress());
        assertThat(person.post("/organizations", Map.of("slug", "No Slug", "email", "nobody"))
                        .badFields())
                .containsExactlyInAnyOrder("body.name", "body.slug", "body.email");
        assertThat(person.post("/organizations", Map.of("name", "Closed", "is_active", false))
                        .badFields())
                .containsExactly("body.is_active");
    }

    @Test
    void takenSlugIsAConflictAndADerivedOneIsMadeUnique() {
        String slug = "s-" + UUID.randomUUID();
        Map<String, String> wanted = Map.of("name", slug, "slug", slug);
        organizations.register(Organizations.newAddress()).create("/organizations", wanted);
        Api second = organizations.register(Organizations.newAddress());
        Answer refused = second.post("/organizations", wanted);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("slug");
        Answer created = second.post("/organizations", Map.of("name", slug));
        assertThat(created.text("slug")).isEqualTo(slug + "-2");
        Answer moved = second.put("/organizations/" + created.id(), Map.of("slug", slug));
        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.text("field")).isEqualTo("slug");
    }

    @Test
    void secondOrganizationIsAConflict() {
        Api owner = organizations.create();
        assertThat(owner.post("/organizations", Map.of("name", "Second")).status())
                .isEqualTo(409);
        assertThat(owner.get("/organizations").total()).isEqualTo(1);
    }

    @Test
    void simultaneousCreationsByOneAccountGiveExactlyOne() throws InterruptedException, ExecutionException {
        Api person = organizations.register(Organizations.newAddress());
        Callable<Integer> create =
                () -> person.post("/organizations", Map.of("name", "Twice")).status();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = threads.invokeAll(List.of(create, create, create, create));
            int made = 0;
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 409);
                made += answer.get() == 200 ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        }
        assertThat(person.get("/organizations").total()).isEqualTo(1);
    }

    @Test
    void absentIsUnchangedAndNullIsCleared() {
        Api owner = organizations.create();
        String path = path(owner);
        owner.put(path, Map.of("description", "d", "phone", "1"));
        Answer changed = owner.put(path, "{\"description\": null, \"id\": \"" + UUID.randomUUID() + "\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("description")).isNull();
        assertThat(changed.text("phone")).isEqualTo("1");
        assertThat(changed.id()).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
        assertThat(owner.put(path, Map.of("is_active", false)).badFields()).containsExactly("body.is_active");
    }

    @Test
    void staleChangeIsRefused() {
        Api owner = organizations.create();
        String path = path(owner);
        Api reader = owner.with("If-Match", String.valueOf(owner.get(path).header("ETag")));
        assertThat(reader.put(path, Map.of("phone", "1")).status()).isEqualTo(200);
        assertThat(reader.put(path, Map.of("phone", "2")).status()).isEqualTo(412);
        assertThat(reader.delete(path).status()).isEqualTo(412);
    }

    @Test
    void deletedOrganizationLetsNobodyIn() {
        Api person = organizations.register(Organizations.newAddress());
        String id = person.create("/organizations", Map.of("name", "Short-lived"));
        Api program = person.as(
                String.valueOf(person.post("/tokens", Map.of("name", "t")).text("access_token")));
        assertThat(program.delete("/organizations/" + id).text("is_active")).isEqualTo("false");
        assertThat(program.get("/organizations/" + id).status()).isEqualTo(401);
        Answer refused = person.get("/organizations/" + id);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("deactivated");
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Api owner = organizations.create();
        Api other = organizations.create();
        assertThat(other.get("/organizations").texts("id"))
                .doesNotContain(owner.get(path(owner)).id());
        assertThat(other.get(path(owner)).status()).isEqualTo(404);
        assertThat(other.put(path(owner), Map.of("name", "theirs")).status()).isEqualTo(404);
        assertThat(other.delete(path(owner)).status()).isEqualTo(404);
        assertThat(owner.get(path(owner)).text("name")).startsWith("Organization ");
    }

    private static String path(Api owner) {
        return "/organizations/" + owner.get("/tokens/current").text("organization_id");
    }
}
