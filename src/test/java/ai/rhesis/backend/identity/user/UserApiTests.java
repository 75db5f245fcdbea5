package ai.rhesis.backend.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Accounts;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class UserApiTests {

    @Autowired
    Organizations organizations;

    private Api owner;

    @BeforeEach
    void ownOrganization() {
        owner = organizations.create();
    }

    @Test
    void whoIsInvitedCanBeReadButNotTheCode() {
        String address = Organizations.newAddress();
        Answer invited = owner.post("/users", Map.of("email", address, "name", "Ada", "is_superuser", true));
        assertThat(invited.status()).isEqualTo(200);
        assertThat(invited.text("is_active")).isEqualTo("false");
        assertThat(invited.text("is_superuser")).isEqualTo("false");
        assertThat(invited.text("role")).isEqualTo("member");
        assertThat(invited.text("invitation_code")).startsWith("inv-");
        Answer read = owner.get("/users/" + invited.id());
        assertThat(read.text("email")).isEqualTo(address);
        assertThat(read.text("nano_id")).isEqualTo(invited.text("nano_id"));
        assertThat(read.json().has("invitation_code")).isFalse();
        assertThat(owner.get("/users").total()).isEqualTo(2);
    }

    @Test
    void invitingAgainGivesTheSameUserANewCode() {
        String address = Organizations.newAddress();
        Answer first = owner.post("/users", Map.of("email", address));
        Answer second = owner.post("/users", Map.of("email", address.toUpperCase(), "role", "viewer"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.text("role")).isEqualTo("viewer");
        assertThat(join(address, first).badFields()).containsExactly("body.invitation_code");
        assertThat(join(address, second).status()).isEqualTo(200);
        Answer refused = owner.post("/users", Map.of("email", address));
        assertThat(refused.status()).isEqualTo(409);
        // frontends look for these words
        assertThat(refused.text("detail")).contains("already exists");
        assertThat(refused.text("field")).isEqualTo("email");
        assertThat(refused.text("existing_id")).isEqualTo(first.id());
    }

    @Test
    void cancelledInvitationCannotBeRedeemed() {
        String address = Organizations.newAddress();
        Answer invited = owner.post("/users", Map.of("email", address));
        assertThat(owner.delete("/users/" + invited.id()).id()).isEqualTo(invited.id());
        assertThat(join(address, invited).badFields()).containsExactly("body.invitation_code");
        assertThat(owner.put("/users/" + invited.id(), Map.of("is_active", true))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(owner.post("/users", Map.of("name", "x".repeat(256))).badFields())
                .containsExactlyInAnyOrder("body.email", "body.name");
        assertThat(owner.post("/users", Map.of("email", "nobody", "role", "king"))
                        .status())
                .isEqualTo(422);
        assertThat(owner.put("/users/" + id(owner), Map.of("email", Organizations.newAddress()))
                        .badFields())
                .containsExactly("body.email");
    }

    @Test
    void everybodyDescribesThemselvesAndNobodyElse() {
        Api member = organizations.member(owner, "member");
        Answer changed = member.put("/users/" + id(member), Map.of("given_name", "Ada"));
        assertThat(changed.text("given_name")).isEqualTo("Ada");
        assertThat(changed.text("role")).isEqualTo("member");
        assertThat(member.put("/users/" + id(member), Map.of("role", "owner")).status())
                .isEqualTo(403);
        assertThat(member.put("/users/" + id(owner), Map.of("name", "x")).status())
                .isEqualTo(403);
        assertThat(member.post("/users", Map.of("email", Organizations.newAddress()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void roleTakesEffectOnTheNextRequest() {
        Api member = organizations.member(owner, "member");
        owner.put("/users/" + id(member), Map.of("role", "viewer"));
        assertThat(member.post("/prompts", Map.of("content", "x")).status()).isEqualTo(403);
        owner.put("/users/" + id(member), Map.of("role", "member"));
        assertThat(member.post("/prompts", Map.of("content", "x")).status()).isEqualTo(200);
    }

    @Test
    void deactivatedUserFailsOnTheNextRequest() {
        Api member = organizations.member(owner, "member");
        Api person = organizations.member(owner, "viewer");
        String id = id(member);
        assertThat(owner.delete("/users/" + id).text("is_active")).isEqualTo("false");
        assertThat(member.get("/prompts").status()).isEqualTo(401);
        owner.put("/users/" + id(person), Map.of("is_active", false));
        Answer refused = person.get("/prompts");
        assertThat(refused.status()).isEqualTo(401);
        owner.put("/users/" + id, Map.of("is_active", true));
        assertThat(member.get("/prompts").status()).isEqualTo(200);
    }

    @Test
    void lastActiveOwnerStays() {
        String path = "/users/" + id(owner);
        assertThat(owner.delete(path).status()).isEqualTo(409);
        assertThat(owner.put(path, Map.of("role", "member")).status()).isEqualTo(409);
        assertThat(owner.put(path, Map.of("is_active", false)).status()).isEqualTo(409);
        owner.post("/users", Map.of("email", Organizations.newAddress(), "role", "owner"));
        assertThat(owner.delete(path).status())
                .as("an invited owner is none yet")
                .isEqualTo(409);
        organizations.member(owner, "owner");
        assertThat(owner.delete(path).status()).isEqualTo(200);
    }

    @Test
    void ownersWhoRemoveEachOtherAtOnceLeaveOne() throws InterruptedException, ExecutionException {
        Api second = organizations.member(owner, "owner");
        String one = "/users/" + id(owner);
        String two = "/users/" + id(second);
        List<Callable<Integer>> removals = List.of(
                () -> owner.delete(two).status(), () -> second.delete(one).status());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int removed = 0;
            for (Future<Integer> answer : threads.invokeAll(removals)) {
                assertThat(answer.get()).isIn(200, 401, 403, 409);
                removed += answer.get() == 200 ? 1 : 0;
            }
            assertThat(removed).isEqualTo(1);
        }
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        Api other = organizations.create();
        String path = "/users/" + id(owner);
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.put(path, Map.of("name", "theirs")).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(other.get("/users").texts("id")).doesNotContain(id(owner));
        assertThat(withoutIds(other.get(path))).isEqualTo(withoutIds(other.get("/users/" + UUID.randomUUID())));
    }

    @Test
    void settingsHaveDefaultsAndAreMergedDeeply() {
        Answer defaults = owner.get("/users/settings");
        assertThat(defaults.text("version")).isEqualTo("1");
        assertThat(defaults.at("models.embedding").has("model_id")).isTrue();
        assertThat(defaults.text("onboarding.project_created")).isEqualTo("false");
        assertThat(defaults.at("notifications.in_app.mentions").isNull()).isTrue();
        assertThat(defaults.at("default_project").isNull()).isTrue();
        assertThat(defaults.json().propertyNames()).contains("terms", "polyphemus_access", "is_verified");
        String model = owner.create("/models", Map.of("name", "Judge", "provider", "openai", "model_name", "gpt"));
        owner.patch("/users/settings", Map.of("models", Map.of("embedding", Map.of("model_id", model))));
        Answer changed = owner.patch("/users/settings", "{\"ui\": {\"theme\": \"dark\", \"default_page_size\": 25}}");
        assertThat(changed.text("models.embedding.model_id")).isEqualTo(model);
        assertThat(changed.text("ui.default_page_size")).isEqualTo("25");
        Answer cleared = owner.patch(
                "/users/settings", "{\"ui\": {\"theme\": null}, \"models\": {\"embedding\": {\"model_id\": null}}}");
        assertThat(cleared.at("ui.theme").isNull()).isTrue();
        assertThat(cleared.text("ui.default_page_size")).isEqualTo("25");
        assertThat(cleared.at("models.embedding.model_id").isNull()).isTrue();
        assertThat(owner.get("/users/settings").json()).isEqualTo(cleared.json());
    }

    @Test
    void badSettingsAreNamed() {
        assertThat(owner.patch("/users/settings", Map.of("ui", 1, "privacy", "x"))
                        .badFields())
                .containsExactlyInAnyOrder("body.ui", "body.privacy");
        assertThat(owner.patch("/users/settings", "{\"models\": {\"generation\": {\"model_id\": \"gpt\"}}}")
                        .badFields())
                .containsExactly("body.models.generation.model_id");
        String foreign = organizations
                .create()
                .create("/models", Map.of("name", "Judge", "provider", "openai", "model_name", "gpt"));
        assertThat(owner.patch(
                                "/users/settings",
                                Map.of("models", Map.of("generation", Map.of("fallback_model_id", foreign))))
                        .badFields())
                .containsExactly("body.models.generation.fallback_model_id");
        assertThat(owner.patch("/users/settings", "{\"secret\": 1, \"version\": 2, \"ui\": {\"page\": 1}}")
                        .badFields())
                .containsExactlyInAnyOrder("body.secret", "body.version", "body.ui.page");
        assertThat(owner.patch(
                                "/users/settings",
                                "{\"ui\": {\"default_page_size\": 101, \"sidebar_collapsed\": \"no\"},"
                                        + " \"models\": {\"execution\": {\"temperature\": 2.5, \"max_tokens\": 0}},"
                                        + " \"onboarding\": {\"last_updated\": \"yesterday\"}}")
                        .badFields())
                .containsExactlyInAnyOrder(
                        "body.ui.default_page_size",
                        "body.ui.sidebar_collapsed",
                        "body.models.execution.temperature",
                        "body.models.execution.max_tokens",
                        "body.onboarding.last_updated");
        assertThat(owner.patch("/users/settings", Map.of("default_project", Map.of("name", "Bot")))
                        .badFields())
                .containsExactly("body.default_project.project_id");
        assertThat(owner.patch(
                                "/users/settings",
                                Map.of("default_project", Map.of("name", "Bot", "project_id", UUID.randomUUID())))
                        .badFields())
                .containsExactly("body.default_project.project_id");
    }

    private Answer join(String address, Answer invitation) {
        return new Accounts(organizations.anonymous()).join(address, Organizations.PASSWORD, invitation);
    }

    private static String id(Api member) {
        String email = member.get("/tokens/current").text("user_email");
        Answer users = member.get("/users");
        return users.texts("id").get(users.texts("email").indexOf(email));
    }

    private static String withoutIds(Answer answer) {
        return answer.json().toString().replaceAll("\"(request_id|item_id)\":\"[^\"]*\"", "");
    }
}
