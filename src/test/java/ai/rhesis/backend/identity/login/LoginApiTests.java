package ai.rhesis.backend.identity.login;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class LoginApiTests {

    @Autowired
    Organizations organizations;

    private final String address = newAddress();
    private Api nobody;

    @BeforeEach
    void callWithoutAToken() {
        nobody = organizations.anonymous();
    }

    @Test
    void whoRegistersCanLogIn() {
        Answer registered = nobody.post(
                "/auth/register",
                Map.of("email", address, "password", PASSWORD, "name", "Ada", "organization_id", "x"));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.text("user.name")).isEqualTo("Ada");
        assertThat(registered.at("user").has("organization_id")).isTrue();
        Answer login = login(address, PASSWORD);
        assertThat(login.text("success")).isEqualTo("true");
        assertThat(login.text("user.id")).isEqualTo(registered.text("user.id"));
        Answer pair = exchange(login);
        assertThat(pair.text("token_type")).isEqualTo("bearer");
        assertThat(pair.text("expires_in")).isEqualTo("900");
    }

    @Test
    void badFieldsAreNamed() {
        Answer refused = nobody.post("/auth/register", Map.of("email", "no address", "password", "short"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.badFields()).containsExactlyInAnyOrder("body.email", "body.password");
        assertThat(refused.json().toString()).doesNotContain("short");
        assertThat(register(address, "ä".repeat(36)).status()).isEqualTo(200);
        assertThat(register(newAddress(), "ä".repeat(37)).badFields()).containsExactly("body.password");
        assertThat(nobody.post("/auth/exchange-code", Map.of()).badFields()).containsExactly("body.code");
    }

    @Test
    void takenAddressIsAConflictInAnyCase() {
        register(address, PASSWORD);
        Answer refused = register(address.toUpperCase(), PASSWORD);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("field")).isEqualTo("email");
    }

    @Test
    void wrongPasswordAndUnknownAddressGetTheSameAnswer() {
        register(address, PASSWORD);
        Answer wrong = login(address, "wrong password");
        Answer unknown = login(newAddress(), PASSWORD);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
    }

    @Test
    void guessingIsSlowedForKnownAndUnknownAddressesAlike() {
        register(address, PASSWORD);
        for (String guessed : new String[] {address, newAddress()}) {
            for (int guess = 0; guess < 10; guess++) {
                assertThat(login(guessed, "wrong " + guess).status()).isEqualTo(401);
            }
            Answer slowed = login(guessed, PASSWORD);
            assertThat(slowed.status()).isEqualTo(429);
            assertThat(Integer.parseInt(String.valueOf(slowed.header("Retry-After"))))
                    .isBetween(1, 60);
        }
    }

    @Test
    void guessingManyTimesAtOnceIsSlowedAsWell() throws Exception {
        register(address, PASSWORD);
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int guess = 0; guess < 40; guess++) {
            String wrong = "wrong " + guess;
            guesses.add(() -> login(address, wrong).status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(guesses.size())) {
            for (Future<Integer> status : threads.invokeAll(guesses)) {
                statuses.add(status.get());
            }
        }
        assertThat(statuses).containsOnly(401, 429);
        assertThat(Collections.frequency(statuses, 401)).isBetween(10, 16);
    }

    @Test
    void codeWorksOnce() {
        Answer login = register(address, PASSWORD);
        assertThat(exchange(login).status()).isEqualTo(200);
        assertThat(exchange(login).status()).isEqualTo(401);
    }

    @Test
    void refreshTokenUsedTwiceRevokesItsFamily() {
        Answer first = exchange(register(address, PASSWORD));
        Answer otherLogin = exchange(login(address, PASSWORD));
        Answer second = refresh(first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
        assertThat(refresh(otherLogin).status()).isEqualTo(200);
    }

    @Test
    void logoutRevokesTheFamily() {
        Answer pair = refresh(exchange(register(address, PASSWORD)));
        String refreshToken = String.valueOf(pair.text("refresh_token"));
        assertThat(nobody.post("/auth/logout", Map.of("refresh_token", refreshToken))
                        .status())
                .isEqualTo(200);
        assertThat(refresh(pair).status()).isEqualTo(401);
    }

    @Test
    void expiredTokenInTheHeaderDoesNotKeepAnybodyOut() {
        assertThat(nobody.as("expired")
                        .post("/auth/register", Map.of("email", address, "password", PASSWORD))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void invitedPersonJoinsByRegistering() {
        Api owner = organizations.create();
        Answer invitation = owner.post("/users", Map.of("email", address, "name", "Invited"));
        Answer joined = join(address, PASSWORD, invitation);
        assertThat(joined.status()).isEqualTo(200);
        assertThat(joined.text("user.id")).isEqualTo(invitation.id());
        Answer user = owner.get("/users/" + invitation.id());
        assertThat(user.text("is_active")).isEqualTo("true");
        assertThat(user.text("joined_at")).isNotNull();
        assertThat(user.text("organization_id")).isEqualTo(joined.text("user.organization_id"));
        assertThat(join(address, PASSWORD, invitation).badFields()).containsExactly("body.invitation_code");
    }

    @Test
    void existingAccountJoinsByItsPassword() {
        Answer registered = register(address, PASSWORD);
        Answer oldPair = exchange(registered);
        Answer invitation = organizations.create().post("/users", Map.of("email", address));
        assertThat(join(address, "wrong password", invitation).status()).isEqualTo(401);
        assertThat(join(address, PASSWORD, invitation).text("user.id")).isEqualTo(invitation.id());
        Api joined = nobody.as(String.valueOf(refresh(oldPair).text("access_token")));
        assertThat(joined.get("/tokens/current").text("user_email")).isEqualTo(address);
    }

    @Test
    void accountOfAnotherOrganizationCannotJoin() {
        Api elsewhere = organizations.register(address);
        elsewhere.create("/organizations", Map.of("name", "Elsewhere"));
        Answer invitation = organizations.create().post("/users", Map.of("email", address));
        assertThat(invitation.status()).isEqualTo(200);
        assertThat(join(address, PASSWORD, invitation).status()).isEqualTo(409);
    }

    @Test
    void invitationIsForItsAddressOnly() {
        Answer invitation = organizations.create().post("/users", Map.of("email", newAddress()));
        assertThat(join(address, PASSWORD, invitation).badFields()).containsExactly("body.invitation_code");
        assertThat(login(address, PASSWORD).status()).isEqualTo(401);
    }

    private Answer register(String email, String password) {
        return nobody.post("/auth/register", Map.of("email", email, "password", password));
    }

    private Answer join(String email, String password, Answer invitation) {
        Map<String, Object> body = new HashMap<>(Map.of("email", email, "password", password));
        body.put("invitation_code", invitation.text("invitation_code"));
        return nobody.post("/auth/register", body);
    }

    private Answer login(String email, String password) {
        return nobody.post("/auth/login/email", Map.of("email", email, "password", password));
    }

    private Answer exchange(Answer login) {
        return nobody.post("/auth/exchange-code", Map.of("code", String.valueOf(login.text("auth_code"))));
    }

    private Answer refresh(Answer pair) {
        return nobody.post("/auth/refresh", Map.of("refresh_token", String.valueOf(pair.text("refresh_token"))));
    }

    private static String withoutRequestId(Answer answer) {
        return answer.json().toString().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
