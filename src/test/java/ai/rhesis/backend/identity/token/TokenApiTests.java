package ai.rhesis.backend.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class TokenApiTests {

    @Autowired
    Organizations organizations;

    private Api owner;

    @BeforeEach
    void ownOrganization() {
        owner = organizations.create();
    }

    @Test
    void whatIsCreatedCanBeReadWithoutItsSecret() {
        Answer created = owner.post("/tokens", Map.of("name", "ci", "expires_in_days", 30, "scopes", List.of("read")));
        String token = secret(created);
        assertThat(token).startsWith("rh-");
        assertThat(created.text("token_obfuscated")).isEqualTo("rh-..." + token.substring(token.length() - 4));
        assertThat(days(created)).isEqualTo(30);
        Answer read = owner.get("/tokens/" + created.id());
        assertThat(read.text("name")).isEqualTo("ci");
        assertThat(read.text("expires_at")).isEqualTo(created.text("expires_at"));
        assertThat(read.at("scopes").toString()).isEqualTo("[\"read\"]");
        assertThat(read.json().toString()).doesNotContain(token).doesNotContain("hash");
        assertThat(owner.get("/tokens").total()).isEqualTo(2);
    }

    @Test
    void badFieldsAreNamed() {
        assertThat(owner.post("/tokens", Map.of("expires_in_days", 0)).badFields())
                .containsExactlyInAnyOrder("body.name", "body.expires_in_days");
        assertThat(owner.post("/tokens", Map.of("name", "x", "expires_in_days", 3651))
                        .badFields())
                .containsExactly("body.expires_in_days");
    }

    @Test
    void aTokenIsRenamedByItsUserAlone() {
        String id = owner.create("/tokens", Map.of("name", "ci", "scopes", List.of("read")));
        Answer renamed = owner.put("/tokens/" + id, Map.of("name", "build server"));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.text("name")).isEqualTo("build server");
        assertThat(owner.get("/tokens/" + id).at("scopes").toString()).isEqualTo("[\"read\"]");
        Api member = organizations.member(owner, "member");
        String foreign = member.get("/tokens").text("0.id");
        assertThat(owner.put("/tokens/" + foreign, Map.of("name", "mine")).status())
                .isEqualTo(404);
        assertThat(member.put("/tokens/" + id, Map.of("name", "mine")).status()).isEqualTo(404);
        assertThat(organizations
                        .create()
                        .put("/tokens/" + id, Map.of("name", "mine"))
                        .status())
                .isEqualTo(404);
        assertThat(owner.get("/tokens/" + id).text("name")).isEqualTo("build server");
    }

    @Test
    void scopesAreKnownAndFixed() {
        Answer unknown = owner.post("/tokens", Map.of("name", "ci", "scopes", List.of("read", "admin")));
        assertThat(unknown.badFields()).containsExactly("body.scopes.1");
        assertThat(unknown.text("detail.0.msg")).isEqualTo("must be read or write");
        String id = owner.create("/tokens", Map.of("name", "ci", "scopes", List.of("read")));
        Answer widened = owner.put("/tokens/" + id, Map.of("name", "ci", "scopes", List.of("write")));
        assertThat(widened.badFields()).containsExactly("body.scopes");
        assertThat(owner.get("/tokens/" + id).at("scopes").toString()).isEqualTo("[\"read\"]");
    }

    @Test
    void aRefreshTellsWhenItWas() {
        String id = owner.create("/tokens", Map.of("name", "ci"));
        assertThat(owner.get("/tokens/" + id).text("last_refreshed_at")).isNull();
        Answer refreshed = owner.post("/tokens/" + id + "/refresh", null);
        assertThat(Instant.parse(String.valueOf(refreshed.text("last_refreshed_at"))))
                .isAfter(Instant.now().minusSeconds(60));
        Answer read = owner.get("/tokens/" + id);
        assertThat(read.text("last_refreshed_at")).isEqualTo(refreshed.text("last_refreshed_at"));
        assertThat(read.json().has("project_id")).isTrue();
    }

    @Test
    void takenIdIsAConflict() {
        String id = owner.create("/tokens", Map.of("name", "first"));
        Answer refused = owner.post("/tokens", Map.of("id", id, "name", "second"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("existing_id")).isEqualTo(id);
    }

    @Test
    void revokedTokenFailsOnTheNextRequest() {
        Answer created = owner.post("/tokens", Map.of("name", "short-lived"));
        Api program = owner.as(secret(created));
        assertThat(program.get("/prompts").status()).isEqualTo(200);
        assertThat(owner.delete("/tokens/" + created.id()).text("name")).isEqualTo("short-lived");
        Answer refused = program.get("/prompts");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(owner.get("/tokens/" + created.id()).status()).isEqualTo(410);
    }

    @Test
    void refreshedTokenHasAnotherSecretAndLastsAsLongAgain() {
        Answer created = owner.post("/tokens", Map.of("name", "ci", "expires_in_days", 30));
        Answer refreshed = owner.post("/tokens/" + created.id() + "/refresh", null);
        assertThat(refreshed.id()).isEqualTo(created.id());
        assertThat(owner.as(secret(created)).get("/prompts").status()).isEqualTo(401);
        assertThat(owner.as(secret(refreshed)).get("/prompts").status()).isEqualTo(200);
        assertThat(days(refreshed)).isEqualTo(30);
        assertThat(days(owner.post("/tokens/" + created.id() + "/refresh", Map.of("expires_in_days", 7))))
                .isEqualTo(7);
        assertThat(owner.get("/tokens/" + created.id()).text("last_refreshed_at"))
                .isNotNull();
    }

    @Test
    void scopesWithoutWriteOnlyRead() {
        Api reader = organizations
                .anonymous()
                .as(String.valueOf(owner.post("/tokens", Map.of("name", "dashboard", "scopes", List.of("read")))
                        .text("access_token")));
        assertThat(reader.get("/prompts").status()).isEqualTo(200);
        Answer refused = reader.post("/prompts", Map.of("content", "x"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("scopes");
        assertThat(reader.post("/tokens", Map.of("name", "more")).status()).isEqualTo(403);
    }

    @Test
    void useIsNoted() {
        Answer created = owner.post("/tokens", Map.of("name", "used"));
        owner.as(secret(created)).get("/prompts");
        assertThat(owner.get("/tokens/" + created.id()).text("last_used_at")).isNotNull();
    }

    @Test
    void currentTokenTellsItsOrganizationAndUser() {
        Answer current = owner.get("/tokens/current");
        assertThat(current.text("organization_id"))
                .isEqualTo(owner.get("/organizations").texts("id").getFirst());
        assertThat(current.text("user_email"))
                .isEqualTo(owner.get("/users").texts("email").getFirst());
        assertThat(current.json().has("project_id")).isTrue();
    }

    @Test
    void aTokenOfAProjectActsInThatProjectAlone() {
        String project = owner.create("/projects", Map.of("name", "Support bot"));
        String other = owner.create("/projects", Map.of("name", "Sales bot"));
        String theirs = owner.create("/tests", Map.of("prompt", Map.of("content", "theirs"), "project_id", other));
        Answer made = owner.with("X-Project-Id", project).post("/tokens", Map.of("name", "bot"));
        assertThat(made.text("project_id")).isEqualTo(project);
        Api bot = organizations.anonymous().as(secret(made));
        assertThat(bot.get("/tokens/current").text("project_id")).isEqualTo(project);
        assertThat(bot.get("/tokens/" + made.id()).text("project_id")).isEqualTo(project);
        String mine = bot.create("/tests", Map.of("prompt", Map.of("content", "mine")));
        assertThat(owner.get("/tests/" + mine).text("project_id")).isEqualTo(project);
        assertThat(bot.get("/tests").texts("id")).containsExactly(mine);
        assertThat(bot.get("/tests/" + theirs).status()).isEqualTo(404);
        assertThat(bot.with("X-Project-Id", project).get("/tests").total()).isEqualTo(1);
        Answer refused = bot.with("X-Project-Id", other).get("/tests");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("detail")).contains("another project");
        assertThat(bot.get("/resolve/" + theirs).status()).isNotEqualTo(200);
    }

    @Test
    void theProjectOfATokenIsFixedAndPassedOn() {
        String project = owner.create("/projects", Map.of("name", "Support bot"));
        String other = owner.create("/projects", Map.of("name", "Sales bot"));
        Answer made = owner.post("/tokens", Map.of("name", "bot", "project_id", project));
        assertThat(made.text("project_id")).isEqualTo(project);
        Answer kept = owner.put("/tokens/" + made.id(), Map.of("name", "renamed", "project_id", project));
        assertThat(kept.text("project_id")).isEqualTo(project);
        assertThat(owner.put("/tokens/" + made.id(), Map.of("project_id", other))
                        .badFields())
                .containsExactly("body.project_id");
        assertThat(owner.put("/tokens/" + made.id(), "{\"project_id\": null}").badFields())
                .containsExactly("body.project_id");
        Api bot = organizations.anonymous().as(secret(made));
        assertThat(bot.post("/tokens", Map.of("name", "x", "project_id", other)).badFields())
                .containsExactly("body.project_id");
        assertThat(bot.post("/tokens", Map.of("name", "x")).text("project_id")).isEqualTo(project);
        Answer refreshed = owner.post("/tokens/" + made.id() + "/refresh", null);
        assertThat(refreshed.text("project_id")).isEqualTo(project);
        assertThat(owner.get("/tokens?$filter={filter}", "project_id eq " + project)
                        .total())
                .isEqualTo(2);
    }

    @Test
    void aForeignProjectIsRefusedAndADeletedOneEndsItsTokens() {
        String foreign = organizations.create().create("/projects", Map.of("name", "Theirs"));
        assertThat(owner.post("/tokens", Map.of("name", "x", "project_id", foreign))
                        .badFields())
                .containsExactly("body.project_id");
        String project = owner.create("/projects", Map.of("name", "Support bot"));
        Answer made = owner.post("/tokens", Map.of("name", "bot", "project_id", project));
        owner.delete("/projects/" + project);
        assertThat(organizations.anonymous().as(secret(made)).get("/tests").status())
                .isEqualTo(403);
        assertThat(owner.delete("/recycle/project/" + project + "?confirm=true").status())
                .isEqualTo(200);
        assertThat(organizations.anonymous().as(secret(made)).get("/tests").status())
                .isEqualTo(401);
    }

    @Test
    void membersSeeTheirOwnAndOwnersAllButTakeOverNone() {
        Api member = organizations.member(owner, "member");
        String owners = owner.get("/tokens").texts("id").getLast();
        String members = member.get("/tokens").texts("id").getFirst();
        assertThat(member.get("/tokens").total()).isEqualTo(1);
        assertThat(member.get("/tokens/" + owners).status()).isEqualTo(404);
        assertThat(member.delete("/tokens/" + owners).status()).isEqualTo(404);
        assertThat(owner.get("/tokens").texts("id")).contains(members);
        assertThat(owner.post("/tokens/" + members + "/refresh", null).status()).isEqualTo(404);
        assertThat(owner.delete("/tokens/" + members).status()).isEqualTo(200);
        assertThat(member.get("/tokens").status()).isEqualTo(401);
    }

    @Test
    void otherOrganizationSeesNothingAndChangesNothing() {
        String id = owner.create("/tokens", Map.of("name", "mine"));
        Api other = organizations.create();
        assertThat(other.get("/tokens/" + id).status()).isEqualTo(404);
        assertThat(other.delete("/tokens/" + id).status()).isEqualTo(404);
        assertThat(other.post("/tokens/" + id + "/refresh", null).status()).isEqualTo(404);
        assertThat(other.get("/tokens").texts("id")).doesNotContain(id);
    }

    @Test
    void tokenInTheUrlIsNoToken() {
        String token = secret(owner.post("/tokens", Map.of("name", "t")));
        Api nobody = organizations.anonymous();
        assertThat(nobody.get("/prompts?access_token=" + token).status()).isEqualTo(401);
        assertThat(nobody.get("/prompts?token=" + token).status()).isEqualTo(401);
    }

    private static String secret(Answer created) {
        return String.valueOf(created.text("access_token"));
    }

    private static long days(Answer created) {
        Instant expiry = Instant.parse(String.valueOf(created.text("expires_at")));
        return Duration.between(Instant.now(), expiry).plusHours(1).toDays();
    }
}
