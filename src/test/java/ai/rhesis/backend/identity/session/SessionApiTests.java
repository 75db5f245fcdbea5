package ai.rhesis.backend.identity.session;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Accounts;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Logs;
import ai.rhesis.backend.support.Organizations;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class SessionApiTests {

    @Autowired
    Organizations organizations;

    private final String address = newAddress();
    private Api nobody;

    @BeforeEach
    void callWithoutAToken() {
        nobody = organizations.anonymous();
    }

    @Test
    void theAccessTokenTellsWhoItIs() {
        Answer tokens = session();
        assertThat(tokens.text("session_token")).isEqualTo(tokens.text("access_token"));
        JsonNode claims = claims(String.valueOf(tokens.text("session_token")));
        assertThat(claims.path("type").asString()).isEqualTo("session");
        assertThat(claims.at("/user/email").asString()).isEqualTo(address);
        assertThat(claims.at("/user/name").asString()).isEqualTo("Ada");
        assertThat(claims.at("/user/is_email_verified").asBoolean(true)).isFalse();
        assertThat(claims.at("/user/organization_id").asString("")).isEmpty();
        Answer refreshed = new Accounts(nobody).refresh(tokens);
        assertThat(refreshed.text("refresh_token")).isEqualTo(tokens.text("refresh_token"));
        assertThat(claims(String.valueOf(refreshed.text("access_token")))
                        .at("/user/id")
                        .asString())
                .isEqualTo(claims.at("/user/id").asString());
    }

    @Test
    void whoChangesThemselvesGetsATokenThatTellsIt() {
        Api person = person(session());
        String organization = person.create("/organizations", Map.of("name", "Acme"));
        String id = person.get("/users").text("0.id");
        Answer changed = person.put(
                "/users/" + id,
                Map.of("name", "Ada Lovelace", "organization_id", "00000000-0000-0000-0000-000000000000"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("user.name")).isEqualTo("Ada Lovelace");
        assertThat(changed.header("ETag")).isNotNull();
        JsonNode user = claims(String.valueOf(changed.text("session_token"))).path("user");
        assertThat(user.path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(user.path("organization_id").asString()).isEqualTo(organization);
        assertThat(nobody.as(String.valueOf(changed.text("session_token")))
                        .get("/users")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anApiTokenGetsNoSession() {
        Api owner = organizations.create();
        String id = owner.get("/users").text("0.id");
        Answer changed = owner.put("/users/" + id, Map.of("name", "Ada"));
        assertThat(changed.text("name")).isEqualTo("Ada");
        assertThat(changed.json().has("session_token")).isFalse();
        assertThat(changed.json().has("user")).isFalse();
    }

    @Test
    void othersAreChangedWithoutATokenForThem() {
        Api person = person(session());
        person.create("/organizations", Map.of("name", "Acme"));
        Answer invited = person.post("/users", Map.of("email", newAddress()));
        Answer changed = person.put("/users/" + invited.id(), Map.of("name", "Grace"));
        assertThat(changed.text("name")).isEqualTo("Grace");
        assertThat(changed.json().has("session_token")).isFalse();
    }

    @Test
    void whoHasNoOrganizationIsToldWhatThereIs() {
        Api person = person(session());
        assertThat(person.get("/features").text("license.edition")).isEqualTo("community");
        assertThat(person.get("/me/permissions").json().toString()).isEqualTo("[]");
        assertThat(person.get("/auth/terms-status").status()).isEqualTo(200);
        assertThat(person.get("/projects/mine").status()).isEqualTo(403);
    }

    @Test
    void aSessionIsVerified() {
        Answer tokens = session();
        String token = String.valueOf(tokens.text("session_token"));
        Answer verified = nobody.post("/auth/verify", Map.of("session_token", token));
        assertThat(verified.text("authenticated")).isEqualTo("true");
        assertThat(verified.text("user.email")).isEqualTo(address);
        assertThat(verified.text("return_to")).isEqualTo("/home");
        assertThat(verify(token, "/tests?page=2").text("return_to")).isEqualTo("/tests?page=2");
        for (String elsewhere : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "x"}) {
            assertThat(verify(token, elsewhere).text("return_to")).isEqualTo("/home");
        }
        assertThat(verify("x", "/").status()).isEqualTo(401);
    }

    @Test
    void logoutByTheQueryEndsAllSessionsAndIsLoggedNowhere() {
        Answer first = session();
        Answer second = login();
        String token = String.valueOf(first.text("session_token"));
        try (Logs logs = Logs.all()) {
            Answer out = nobody.get("/auth/logout?session_token=" + token);
            assertThat(out.text("success")).isEqualTo("true");
            assertThat(out.text("message")).isNotBlank();
            assertThat(logs.lines()).noneMatch(line -> line.contains(token));
        }
        for (Answer ended : new Answer[] {first, second}) {
            assertThat(person(ended).get("/auth/terms-status").status()).isEqualTo(401);
            assertThat(nobody.post(
                                    "/auth/refresh",
                                    Map.of("refresh_token", String.valueOf(ended.text("refresh_token"))))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(verify(token, "/").status()).isEqualTo(401);
        assertThat(nobody.get("/auth/logout?session_token=" + token).text("success"))
                .isEqualTo("true");
        assertThat(nobody.get("/auth/logout").text("success")).isEqualTo("true");
    }

    @Test
    void theTokenOfTheHeaderComesFirstAtLogout() {
        Answer mine = session();
        Answer theirs = organizations.exchange(new Accounts(nobody).register(newAddress(), PASSWORD));
        person(mine).get("/auth/logout?session_token=" + theirs.text("session_token"));
        assertThat(person(mine).get("/auth/terms-status").status()).isEqualTo(401);
        assertThat(person(theirs).get("/auth/terms-status").status()).isEqualTo(200);
    }

    @Test
    void problemsAreJsonUnlessTheirOwnTypeIsAskedFor() {
        for (String path : new String[] {"/tests", "/nowhere", "/auth/verify"}) {
            assertThat(nobody.get(path).header("Content-Type")).as(path).startsWith("application/json");
            assertThat(nobody.with("Accept", "application/problem+json")
                            .get(path)
                            .header("Content-Type"))
                    .as(path)
                    .startsWith("application/problem+json");
        }
        Answer gone = organizations.create().get("/tests/00000000-0000-4000-8000-000000000000");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void whoLeavesKeepsTheLoginAndCanBeInvitedAgain() {
        Api owner = organizations.create();
        Answer invitation = owner.post("/users", Map.of("email", address));
        Answer tokens = organizations.exchange(new Accounts(nobody).join(address, PASSWORD, invitation));
        Answer left = person(tokens).patch("/users/leave-organization", Map.of());
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.text("email")).isEqualTo(address);
        assertThat(left.at("organization_id").isNull()).isTrue();
        assertThat(person(tokens).get("/features").status()).isEqualTo(401);
        Api person = person(login());
        assertThat(person.get("/users").status()).isEqualTo(403);
        Answer again = person.patch("/users/leave-organization", Map.of());
        assertThat(again.status()).isEqualTo(400);
        assertThat(owner.post("/users", Map.of("email", address)).status()).isEqualTo(200);
        assertThat(person.post("/organizations", Map.of("name", "Own")).status())
                .isEqualTo(200);
    }

    @Test
    void theLastOwnerStaysAndAnApiTokenLeavesNothing() {
        Api person = person(session());
        person.create("/organizations", Map.of("name", "Acme"));
        assertThat(person.patch("/users/leave-organization", Map.of()).status()).isEqualTo(409);
        Api token = organizations.create();
        assertThat(token.patch("/users/leave-organization", Map.of()).status()).isEqualTo(403);
        assertThat(person.get("/users").total()).isEqualTo(1);
    }

    private Answer session() {
        return organizations.exchange(
                nobody.post("/auth/register", Map.of("email", address, "password", PASSWORD, "name", "Ada")));
    }

    private Answer login() {
        return organizations.exchange(new Accounts(nobody).login(address, PASSWORD));
    }

    private Answer verify(String token, String page) {
        return nobody.post("/auth/verify", Map.of("session_token", token, "return_to", page));
    }

    private Api person(Answer tokens) {
        return nobody.as(String.valueOf(tokens.text("access_token")));
    }

    private static JsonNode claims(String token) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
