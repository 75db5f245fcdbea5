package ai.rhesis.backend.frontend;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/// The requests of the web frontend in their order: the browser asks directly for the ways in, its server for the rest.
@IntegrationTest
class FrontendWalkTests {

    private static final String ORIGIN = "http://localhost:3000";

    @Autowired
    Organizations organizations;

    private final String address = newAddress();
    private Api browser;

    @BeforeEach
    void open() {
        browser = organizations.anonymous().with("Origin", ORIGIN);
    }

    @Test
    void theBrowserMayAskForTheWaysIn() {
        for (String path : List.of(
                "login/email",
                "register",
                "verify-email",
                "forgot-password",
                "reset-password",
                "magic-link",
                "magic-link/verify",
                "local-login",
                "logout")) {
            Answer preflight = browser.with("Access-Control-Request-Method", "POST")
                    .with("Access-Control-Request-Headers", "content-type")
                    .send(HttpMethod.OPTIONS, "/auth/" + path, null);
            assertThat(preflight.status()).as(path).isEqualTo(200);
            assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
            assertThat(preflight.header("Access-Control-Allow-Credentials")).isEqualTo("true");
            assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("content-type");
        }
        Answer refused = browser.post("/auth/login/email", Map.of("email", address, "password", "wrong password"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(refused.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(refused.header("Content-Type")).startsWith("application/json");
        assertThat(refused.text("detail")).isNotBlank();
    }

    @Test
    void otherOriginsAreNotEchoed() {
        Answer foreign = organizations
                .anonymous()
                .with("Origin", "https://evil.example")
                .post("/auth/register", Map.of("email", address, "password", PASSWORD));
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void aNewcomerGetsFromTheSignInPageToTheFirstPage() {
        Answer tokens = signUp();
        Api gate = server(tokens.text("session_token"));
        assertThat(gate.get("/auth/terms-status").text("terms_accepted")).isEqualTo("false");
        gate.post("/auth/accept-terms", Map.of());
        String userId = browser.post(
                        "/auth/verify", Map.of("session_token", String.valueOf(tokens.text("session_token"))))
                .text("user.id");
        Answer organization = gate.post(
                "/organizations/",
                Map.of(
                        "name",
                        "Acme",
                        "owner_id",
                        userId,
                        "user_id",
                        userId,
                        "is_active",
                        true,
                        "is_domain_verified",
                        false));
        assertThat(organization.status()).isEqualTo(200);
        Answer user = gate.put(
                "/users/" + userId, Map.of("given_name", "Ada", "name", "Ada L", "organization_id", organization.id()));
        Api api = server(user.text("session_token"));
        assertThat(api.post("/users/", Map.of("email", newAddress(), "send_invite", true, "is_active", true))
                        .status())
                .isEqualTo(200);
        Answer loaded = api.post("/organizations/" + organization.id() + "/load-initial-data", null);
        assertThat(loaded.text("status")).isEqualTo("success");
        assertThat(api.post("/organizations/" + organization.id() + "/load-initial-data", null)
                        .json())
                .isEqualTo(loaded.json());
        assertThat(api.get("/organizations/" + organization.id()).text("is_onboarding_complete"))
                .isEqualTo("true");
        assertThat(api.get("/projects/mine").texts("name")).containsExactly("First project");
        Answer project = api.post(
                "/projects/",
                Map.of("name", "Bot", "user_id", userId, "owner_id", userId, "is_active", true, "icon", "SmartToy"));
        Answer settings = api.patch(
                "/users/settings", Map.of("default_project", Map.of("project_id", project.id(), "name", "Bot")));
        assertThat(settings.text("default_project.name")).isEqualTo("Bot");
        Api page = api.with("X-Project-Id", project.id());
        assertThat(page.get("/features").text("license.edition")).isEqualTo("community");
        assertThat(page.get("/projects/mine").size()).isEqualTo(2);
        assertThat(page.get("/tests/?skip=0&limit=25&sort_by=created_at&sort_order=desc")
                        .total())
                .isZero();
    }

    @Test
    void aMemberWithoutAnOwnProjectIsNotWalledOff() {
        Api owner = organizations.create();
        owner.create("/projects", Map.of("name", "Bot"));
        assertThat(organizations.member(owner, "member").get("/projects/mine").texts("name"))
                .containsExactly("Bot");
    }

    /// The browser keeps the project that it was last in, and sends it with everything.
    @Test
    void aProjectThatIsGoneLeavesAWayOut() {
        Api api = organizations.founder();
        api.create("/projects", Map.of("name", "New bot"));
        String gone = api.create("/projects", Map.of("name", "Old bot"));
        api.delete("/projects/" + gone);
        Api page = api.with("X-Project-Id", gone);
        assertThat(page.get("/tests/").status()).isEqualTo(403);
        assertThat(page.get("/projects/mine").texts("name")).containsExactly("New bot");
        String organization = api.get("/tokens/current").text("organization_id");
        for (String path : List.of(
                "/users/settings",
                "/organizations/" + organization,
                "/features",
                "/me/permissions",
                "/usage",
                "/usage/history")) {
            assertThat(page.get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(page.patch("/users/settings", Map.of("onboarding", Map.of("dismissed", true)))
                        .status())
                .isEqualTo(200);
        assertThat(page.post("/ws/token", null).status()).isEqualTo(200);
    }

    @Test
    void aPageShowsWhatIsInNoProject() {
        Api api = organizations.create();
        String project = api.create("/projects", Map.of("name", "Bot"));
        String nobodys = api.create("/tests", Map.of("name", "nobody's", "prompt", Map.of("content", "Hi")));
        Api page = api.with("X-Project-Id", project);
        Answer renamed = page.put("/tests/" + nobodys, Map.of("name", "everybody's"));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("project_id")).isNull();
        assertThat(page.get("/tests/").texts("name")).containsExactly("everybody's");
    }

    @Test
    void objectsSayWhatTheirReaderMayDo() {
        Api owner = organizations.create();
        Api member = organizations.member(owner, "member");
        Api viewer = organizations.member(owner, "viewer");
        String test = owner.create("/tests", Map.of("prompt", Map.of("content", "Hi")));
        String comment =
                member.create("/comments", Map.of("content", "Well", "entity_type", "Test", "entity_id", test));
        String task = owner.create("/tasks", Map.of("title", "Look"));
        assertThat(actions(member, "/comments/" + comment))
                .containsExactly("comment:update", "comment:delete", "comment:react");
        assertThat(actions(owner, "/comments/" + comment)).containsExactly("comment:delete", "comment:react");
        assertThat(actions(viewer, "/comments/" + comment)).isEmpty();
        assertThat(actions(member, "/tasks/" + task)).containsExactly("task:update", "task:delete");
        assertThat(actions(viewer, "/tasks/" + task)).isEmpty();
    }

    private Answer signUp() {
        Answer registered =
                browser.post("/auth/register", Map.of("email", address, "password", PASSWORD, "name", "Ada"));
        return organizations
                .anonymous()
                .with("Accept", "application/json")
                .post("/auth/exchange-code", Map.of("code", String.valueOf(registered.text("auth_code"))));
    }

    private Api server(@Nullable String token) {
        return organizations.anonymous().as(String.valueOf(token));
    }

    private static List<String> actions(Api reader, String path) {
        return reader.get(path)
                .at("permitted_actions")
                .valueStream()
                .map(action -> action.asString())
                .toList();
    }
}
