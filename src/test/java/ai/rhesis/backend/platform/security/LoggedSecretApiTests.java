package ai.rhesis.backend.platform.security;

import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Logs;
import ai.rhesis.backend.support.Mailbox;
import ai.rhesis.backend.support.ModelReply;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/// The log while secrets come in, go out and are refused.
@IntegrationTest
class LoggedSecretApiTests {

    private static final String PASSWORD = "a-password-in-no-log";
    private static final String OTHER_PASSWORD = "another-one-in-no-log";
    private static final String KEY = "sk-a-key-in-no-log";

    @Autowired
    Organizations organizations;

    @Value("${local.server.port}")
    int port;

    private final Mailbox mailbox = Mailbox.shared();
    private final String address = newAddress();
    private final List<String> secrets = new ArrayList<>(List.of(PASSWORD, OTHER_PASSWORD, KEY));
    private Logs logs;
    private Api nobody;

    @BeforeEach
    void listen() {
        nobody = organizations.anonymous();
        logs = Logs.all();
    }

    @AfterEach
    void stop() {
        logs.close();
    }

    @Test
    void signingInLeavesNoSecretInTheLog() throws Exception {
        Answer registered = nobody.post("/auth/register", Map.of("email", address, "password", PASSWORD));
        String ticket = note(mailbox.ticket(address));
        Answer session = nobody.post("/auth/exchange-code", Map.of("code", note(registered.text("auth_code"))));
        String access = note(session.text("access_token"));
        String refresh = note(session.text("refresh_token"));
        nobody.post("/auth/verify-email", Map.of("token", ticket));
        nobody.post("/auth/verify-email", Map.of("token", ticket));
        nobody.post("/auth/refresh", Map.of("refresh_token", refresh));
        nobody.post("/auth/login/email", Map.of("email", address, "password", OTHER_PASSWORD));
        nobody.post("/auth/login/email", Map.of("email", address, "password", PASSWORD));
        nobody.post("/auth/login/email", "{\"email\": \"" + address + "\", \"password\": \"" + PASSWORD);
        nobody.post("/auth/login/email", Map.of("email", List.of(PASSWORD), "password", PASSWORD + "x".repeat(9_000)));
        nobody.post("/auth/forgot-password", Map.of("email", address));
        String reset = note(mailbox.ticket(address));
        nobody.post("/auth/reset-password", Map.of("token", reset, "new_password", OTHER_PASSWORD));
        nobody.as(access).get("/users");
        nobody.as(access + "x").get("/users");
        nobody.get("/auth/logout?session_token=" + access);
        RawRequest.of("GET", "/auth/logout?x=%zz&session_token=" + access).send(port);
        RawRequest.of("GET", "/users?" + access).with("Authorization", refresh).send(port);
        assertThat(secrets).hasSize(8);
        assertNoSecretIn(logs.text());
    }

    @Test
    void tokensAndInvitationsLeaveNoSecretInTheLog() {
        Api owner = organizations.create();
        Answer made = owner.post("/tokens", Map.of("name", "ci"));
        String token = note(made.text("access_token"));
        note(owner.post("/tokens/" + made.id() + "/refresh", null).text("access_token"));
        owner.as(token).get("/prompts");
        owner.get("/prompts?access_token=" + token + "&$filter=" + token);
        Answer invited = owner.post("/users", Map.of("email", address));
        String code = note(invited.text("invitation_code"));
        nobody.post("/auth/register", Map.of("email", address, "password", "short", "invitation_code", code));
        nobody.post("/auth/register", Map.of("email", address, "password", PASSWORD, "invitation_code", code));
        nobody.post("/auth/register", Map.of("email", address, "password", PASSWORD, "invitation_code", code));
        assertNoSecretIn(logs.text());
    }

    @Test
    void callsToTheOutsideLeaveNoSecretInTheLog() {
        Api owner = organizations.create();
        try (FakeTarget target = FakeTarget.start();
                FakeModelServer models = FakeModelServer.start()) {
            target.answering(call -> FakeTarget.Reply.text("text/plain", "refused: " + call.headers())
                    .withStatus(401));
            models.always(question -> ModelReply.status(401));
            String endpoint = owner.create(
                    "/endpoints",
                    Map.of(
                            "name", "Bot",
                            "connection_type", "REST",
                            "url", target.url(),
                            "auth_type", "bearer_token",
                            "auth_token", KEY));
            owner.post("/endpoints/" + endpoint + "/invoke", Map.of("input", "Hello"));
            assertThat(target.lastCall().header("Authorization")).contains(KEY);
            String model = owner.create(
                    "/models",
                    Map.of(
                            "name", "Judge",
                            "provider", "openai",
                            "model_name", "m",
                            "endpoint", models.url() + "/v1",
                            "key", KEY));
            owner.post("/models/" + model + "/test", null);
            assertThat(models.received()).isNotEmpty();
        }
        assertNoSecretIn(logs.text());
    }

    private String note(@Nullable String secret) {
        assertThat(secret).isNotBlank();
        secrets.add(String.valueOf(secret));
        return String.valueOf(secret);
    }

    private void assertNoSecretIn(String log) {
        assertThat(log).doesNotContain(secrets);
    }
}
