package ai.rhesis.backend.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.TestDatabase;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@IntegrationTest
class IdempotencyTests {

    private static final Map<String, String> BODY = Map.of("content", "Hello");

    @Autowired
    Organizations organizations;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Api owner;
    private String key;

    @BeforeEach
    void ownOrganization() {
        owner = organizations.create();
        key = UUID.randomUUID().toString();
    }

    @Test
    void sameRequestGetsTheFirstAnswerAgain() {
        Answer first = keyed(owner).post("/prompts", BODY);
        Answer again = keyed(owner).post("/prompts/", BODY);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.header("ETag")).isNotNull().isEqualTo(first.header("ETag"));
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(again.header("X-Request-ID")).isNotEqualTo(first.header("X-Request-ID"));
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(prompts(owner)).isEqualTo(1);
    }

    @Test
    void anotherRequestWithTheKeyIsRefused() {
        keyed(owner).post("/prompts", BODY);
        Answer otherBody = keyed(owner).post("/prompts", Map.of("content", "Bye"));
        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.badFields()).containsExactly("header.Idempotency-Key");
        assertThat(keyed(owner).post("/tags", BODY).status()).isEqualTo(422);
        assertThat(keyed(owner).post("/prompts?x=1", BODY).status()).isEqualTo(422);
        assertThat(prompts(owner)).isEqualTo(1);
    }

    @Test
    void simultaneousRequestsAreCarriedOutOnce() throws InterruptedException, ExecutionException {
        Set<String> ids = new HashSet<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> answers = IntStream.range(0, 8)
                    .mapToObj(number -> crowd.submit(() -> keyed(owner).post("/prompts", BODY)))
                    .toList();
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).isEqualTo(200);
                ids.add(answer.get().id());
            }
        }
        assertThat(ids).hasSize(1);
        assertThat(prompts(owner)).isEqualTo(1);
    }

    @Test
    void keysOfOthersAreOthers() {
        Api member = organizations.member(owner, "member");
        Api stranger = organizations.create();
        String id = keyed(owner).create("/prompts", BODY);
        assertThat(keyed(member).create("/prompts", BODY)).isNotEqualTo(id);
        assertThat(keyed(stranger).create("/prompts", BODY)).isNotEqualTo(id);
        assertThat(prompts(owner)).isEqualTo(2);
        assertThat(prompts(stranger)).isEqualTo(1);
    }

    @Test
    void expiredKeyRunsAgainAndIsClearedAway() {
        keyed(owner).post("/prompts", BODY);
        age("25 hours");
        assertThat(keyed(owner).post("/prompts", Map.of("content", "Bye")).text("content"))
                .isEqualTo("Bye");
        age("25 hours");
        owner.with("Idempotency-Key", "another").post("/prompts", BODY);
        assertThat(TestDatabase.update("delete from app.idempotency_key where key = '" + key + "'"))
                .isZero();
    }

    @Test
    void refusedRequestReleasesItsKey() {
        assertThat(keyed(owner).post("/prompts", Map.of()).status()).isEqualTo(422);
        assertThat(keyed(owner).post("/prompts", BODY).status()).isEqualTo(200);
    }

    @Test
    void refusedWriteReleasesItsKey() {
        String environments =
                "/projects/" + owner.create("/projects", Map.of("name", "Bot")) + "/parameters/environments";
        Map<String, String> taken = Map.of("name", "canary");
        assertThat(owner.post(environments, taken).status()).isEqualTo(201);
        assertThat(keyed(owner).post(environments, taken).status()).isEqualTo(409);
        owner.delete(environments + "/canary");
        assertThat(keyed(owner).post(environments, taken).status()).isEqualTo(201);
    }

    @Test
    void requestThatDiedBeforeItsCommitIsTakenOver() {
        keyed(owner).post("/prompts", BODY);
        forgetAnswer("started");
        age("6 minutes");
        assertThat(keyed(owner).post("/prompts", Map.of("content", "Bye")).status())
                .isEqualTo(422);
        assertThat(keyed(owner).post("/prompts", BODY).status()).isEqualTo(200);
        assertThat(prompts(owner)).isEqualTo(2);
    }

    @Test
    void requestThatDiedAfterItsCommitIsNotCarriedOutAgain() {
        keyed(owner).post("/prompts", BODY);
        forgetAnswer("committed");
        age("6 minutes");
        Answer lost = keyed(owner).post("/prompts", BODY);
        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.text("detail")).contains("answer was lost");
        assertThat(prompts(owner)).isEqualTo(1);
    }

    @Test
    void waitingEnds() {
        keyed(owner).post("/prompts", BODY);
        forgetAnswer("started");
        Answer busy = keyed(owner).post("/prompts", BODY);
        assertThat(busy.status()).isEqualTo(409);
        assertThat(busy.header("Retry-After")).isNotNull();
    }

    @Test
    void workWhoseClaimWasTakenOverCannotCommit() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Claim lost = new Claim(key, UUID.randomUUID());
        assertThatThrownBy(() -> tenant().<Claim, Exception>call(() -> {
                    lost.run(() -> transaction.executeWithoutResult(work -> {}));
                    return lost;
                }))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void answersWithSecretsAreNotKept() {
        Answer first = keyed(owner).post("/tokens", Map.of("name", "ci"));
        Answer second = keyed(owner).post("/tokens", Map.of("name", "ci"));
        assertThat(second.text("access_token")).isNotNull().isNotEqualTo(first.text("access_token"));
        String refresh = "/tokens/" + first.id() + "/refresh";
        assertThat(keyed(owner).post(refresh, null).text("access_token"))
                .isNotEqualTo(keyed(owner).post(refresh, null).text("access_token"));
        Map<String, String> invitation = Map.of("email", Organizations.newAddress());
        assertThat(keyed(owner).post("/users", invitation).text("invitation_code"))
                .isNotNull();
        assertThat(keyed(owner).post("/prompts", BODY).header("Idempotent-Replayed"))
                .isNull();
    }

    @Test
    void answersThatAreSentLineByLineAreMarked() {
        assertThat(mapping.getHandlerMethods().values())
                .filteredOn(handler -> handler.hasMethodAnnotation(StreamedAnswer.class))
                .extracting(handler -> handler.getMethod().getName())
                .containsExactlyInAnyOrder("pipeline", "suggestionPipeline", "suggestionOutputs", "suggestionVerdicts");
    }

    @Test
    void badKeysAreNamed() {
        for (String bad : List.of("", "x".repeat(256), "a\tb")) {
            Answer refused = owner.with("Idempotency-Key", bad).post("/prompts", BODY);
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo("Idempotency-Key");
        }
        assertThat(owner.with("Idempotency-Key", "x".repeat(255))
                        .post("/prompts", BODY)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void bodyThatIsTooLargeIsRefused() {
        Map<String, String> large = Map.of("content", "x".repeat(11 * 1024 * 1024));
        assertThat(keyed(owner).post("/prompts", large).status()).isEqualTo(413);
    }

    @Test
    void viewersMayNotEvenWithAKey() {
        assertThat(keyed(organizations.member(owner, "viewer"))
                        .post("/prompts", BODY)
                        .status())
                .isEqualTo(403);
    }

    private Api keyed(Api api) {
        return api.with("Idempotency-Key", key);
    }

    private static long prompts(Api api) {
        return api.get("/prompts").total();
    }

    private Tenant tenant() {
        String organization = String.valueOf(owner.get("/tokens/current").text("organization_id"));
        String user = String.valueOf(owner.get("/organizations/" + organization).text("owner_id"));
        return new Tenant(UUID.fromString(organization), UUID.fromString(user));
    }

    private void age(String interval) {
        assertThat(TestDatabase.update(
                        "update app.idempotency_key set created_at = now() - interval '%s' where key = '%s'"
                                .formatted(interval, key)))
                .isEqualTo(1);
    }

    private void forgetAnswer(String state) {
        assertThat(TestDatabase.update(
                        "update app.idempotency_key set state = '%s', status = null, headers = null, body = null where key = '%s'"
                                .formatted(state, key)))
                .isEqualTo(1);
    }
}
