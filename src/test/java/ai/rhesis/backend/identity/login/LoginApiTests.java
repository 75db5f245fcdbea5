package ai.rhesis.backend.identity.login;

import static ai.rhesis.backend.support.Organizations.PASSWORD;
import static ai.rhesis.backend.support.Organizations.newAddress;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Accounts;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.RawRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@IntegrationTest
class LoginApiTests {

    @Autowired
    Organizations organizations;

    @Value("${local.server.port}")
    int port;

    private final String address = newAddress();
    private Api nobody;
    private Accounts accounts;

    @BeforeEach
    void callWithoutAToken() {
        nobody = organizations.anonymous();
        accounts = new Accounts(nobody);
    }

    @Test
    void nobodyLogsInWithoutAPasswordUnlessTheOperatorWantsIt() {
        assertThat(nobody.post("/auth/local-login", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void wrongPasswordAndUnknownAddressGetTheSameAnswer() {
        accounts.register(address, PASSWORD);
        Answer wrong = accounts.login(address, "wrong password");
        Answer unknown = accounts.login(newAddress(), PASSWORD);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(withoutRequestId(wrong)).isEqualTo(withoutRequestId(unknown));
    }

    @Test
    void guessingIsSlowedForKnownAndUnknownAddressesAlike() {
        accounts.register(address, PASSWORD);
        for (String guessed : new String[] {address, newAddress()}) {
            for (int guess = 0; guess < 10; guess++) {
                assertThat(accounts.login(guessed, "wrong " + guess).status()).isEqualTo(401);
            }
            long begin = System.nanoTime();
            Answer slowed = accounts.login(guessed, "wrong");
            assertThat(System.nanoTime() - begin).isGreaterThan(SECONDS.toNanos(1));
            assertThat(slowed.status()).isEqualTo(429);
            assertThat(Integer.parseInt(String.valueOf(slowed.header("Retry-After"))))
                    .isBetween(1, 60);
        }
    }

    @Test
    void whoKnowsThePasswordGetsInHoweverManyFailedBefore() {
        accounts.register(address, PASSWORD);
        for (int guess = 0; guess < 11; guess++) {
            accounts.login(address, "wrong " + guess);
        }
        assertThat(accounts.login(address, PASSWORD).status()).isEqualTo(200);
        assertThat(accounts.login(address, "wrong").status()).isEqualTo(401);
    }

    @Test
    void guessesFromElsewhereCostTheOwnerNothing() {
        accounts.register(address, PASSWORD);
        Api guesser = nobody.with("X-Forwarded-For", "203.0.113.9");
        for (int guess = 0; guess < 11; guess++) {
            guesser.post("/auth/login/email", Map.of("email", address, "password", "wrong " + guess));
        }
        long begin = System.nanoTime();
        assertThat(accounts.login(address, PASSWORD).status()).isEqualTo(200);
        assertThat(System.nanoTime() - begin).isLessThan(SECONDS.toNanos(2));
    }

    @Test
    void guessingManyTimesAtOnceIsSlowedAsWell() throws Exception {
        accounts.register(address, PASSWORD);
        List<Integer> statuses = atOnce(40, guess -> accounts.login(address, "wrong " + guess));
        assertThat(statuses).containsOnly(401, 429);
        assertThat(Collections.frequency(statuses, 401)).isEqualTo(10);
    }

    private static List<Integer> atOnce(int times, IntFunction<Answer> request) throws Exception {
        List<Callable<Integer>> requests = new ArrayList<>();
        for (int number = 0; number < times; number++) {
            int each = number;
            requests.add(() -> request.apply(each).status());
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            for (Future<Integer> status : threads.invokeAll(requests)) {
                statuses.add(status.get());
            }
        }
        return statuses;
    }

    @Test
    void codeWorksOnce() {
        Answer login = accounts.register(address, PASSWORD);
        assertThat(organizations.exchange(login).status()).isEqualTo(200);
        assertThat(organizations.exchange(login).status()).isEqualTo(401);
    }

    @Test
    void refreshTokenStaysTheSame() throws Exception {
        Answer pair = organizations.exchange(accounts.register(address, PASSWORD));
        Answer again = accounts.refresh(pair);
        assertThat(again.text("refresh_token")).isEqualTo(pair.text("refresh_token"));
        assertThat(nobody.as(String.valueOf(again.text("access_token")))
                        .put("/auth/password", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(atOnce(8, number -> accounts.refresh(pair))).containsOnly(200);
    }

    @Test
    void logoutEndsOneSession() {
        Answer pair = organizations.exchange(accounts.register(address, PASSWORD));
        Answer otherLogin = organizations.exchange(accounts.login(address, PASSWORD));
        assertThat(nobody.post("/auth/logout", Map.of("refresh_token", String.valueOf(pair.text("refresh_token"))))
                        .status())
                .isEqualTo(200);
        assertThat(accounts.refresh(pair).status()).isEqualTo(401);
        assertThat(accounts.refresh(otherLogin).status()).isEqualTo(200);
    }

    @Test
    void deactivatedMemberIsLoggedOutAndStaysSo() {
        Api owner = organizations.create();
        Answer invitation = owner.post("/users", Map.of("email", address));
        Answer joined = accounts.join(address, PASSWORD, invitation);
        Answer pair = organizations.exchange(joined);
        Answer code = accounts.login(address, PASSWORD);
        String user = "/users/" + invitation.id();
        assertThat(owner.put(user, Map.of("is_active", false)).status()).isEqualTo(200);
        assertThat(withoutRequestId(accounts.login(address, PASSWORD)))
                .isEqualTo(withoutRequestId(accounts.login(newAddress(), PASSWORD)))
                .contains("401");
        assertThat(organizations.exchange(code).status()).isEqualTo(401);
        assertThat(accounts.refresh(pair).status()).isEqualTo(401);
        owner.put(user, Map.of("is_active", true));
        assertThat(accounts.refresh(pair).status()).isEqualTo(401);
        assertThat(accounts.login(address, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void passwordIsChangedByWhoKnowsIt() {
        Answer pair = organizations.exchange(accounts.register(address, PASSWORD));
        Answer otherLogin = organizations.exchange(accounts.login(address, PASSWORD));
        Api person = nobody.as(String.valueOf(pair.text("access_token")));
        Answer wrong = change(person, "wrong password", "staple battery");
        assertThat(wrong.badFields()).containsExactly("body.current_password");
        assertThat(change(person, PASSWORD, "short").badFields()).containsExactly("body.new_password");
        assertThat(change(nobody, PASSWORD, "staple battery").status()).isEqualTo(401);
        Answer changed = change(person, PASSWORD, "staple battery");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(accounts.refresh(pair).status()).isEqualTo(401);
        assertThat(accounts.refresh(otherLogin).status()).isEqualTo(401);
        assertThat(accounts.refresh(changed).status()).isEqualTo(200);
        assertThat(change(person, "staple battery", PASSWORD).status()).isEqualTo(401);
        assertThat(accounts.login(address, PASSWORD).status()).isEqualTo(401);
        assertThat(accounts.login(address, "staple battery").status()).isEqualTo(200);
    }

    @Test
    void viewersChangeTheirPasswordsToo() {
        Api owner = organizations.create();
        Answer invitation = owner.post("/users", Map.of("email", address, "role", "viewer"));
        Answer pair = organizations.exchange(accounts.join(address, PASSWORD, invitation));
        Api viewer = nobody.as(String.valueOf(pair.text("access_token")));
        assertThat(change(viewer, PASSWORD, "staple battery").status()).isEqualTo(200);
    }

    @Test
    void twoAuthorizationHeadersAreRefused() throws IOException {
        String token = String.valueOf(
                organizations.exchange(accounts.register(address, PASSWORD)).text("access_token"));
        for (String path : List.of("/prompts", "/health", "/nowhere")) {
            for (String second : List.of(token, "", "rh-x")) {
                String answer = RawRequest.of("GET", path)
                        .with("Authorization", "Bearer " + token)
                        .with("Authorization", "Bearer " + second)
                        .send(port);
                assertThat(answer).startsWith("HTTP/1.1 400").contains("\"field\":\"Authorization\"");
            }
        }
    }

    private static Answer change(Api person, String current, String wanted) {
        return person.put("/auth/password", Map.of("current_password", current, "new_password", wanted));
    }

    private static String withoutRequestId(Answer answer) {
        return answer.json().toString().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
