package ai.rhesis.backend.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.identity.account.OperatorAccounts;
import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Makes a demo organization with an owner of its own, and runs its test set.
@IntegrationTest
class DemoApiTests {

    @Autowired
    Organizations organizations;

    @Autowired
    OperatorAccounts accounts;

    @Test
    void theWorseVersionLosesOnOneRequirement() {
        DemoAccess access = Objects.requireNonNull(demo().create(Organizations.newAddress()));
        Api api = organizations.anonymous().as(access.token());
        Runs runs = new Runs(api);

        Answer before = runs.await(runs.start(access.testSet(), access.endpoint(), Map.of()));
        Answer after = runs.await(runs.start(access.testSet(), access.worseEndpoint(), Map.of()));

        // the one error is the test over several turns, which needs a model that plays the user
        assertThat(before.at("stats").toString()).isEqualTo("{\"total\":18,\"passed\":17,\"failed\":0,\"errors\":1}");
        assertThat(after.at("stats").toString()).isEqualTo("{\"total\":18,\"passed\":9,\"failed\":8,\"errors\":1}");
        List<JsonNode> requirements = api.get("/test_runs/" + after.id() + "/requirements")
                .json()
                .valueStream()
                .filter(requirement -> requirement.path("failed").asInt() > 0)
                .toList();
        assertThat(requirements)
                .extracting(requirement -> requirement.path("name").asString())
                .containsExactly("Obeys no planted instruction");
    }

    @Test
    void aRunLeavesATraceOfEachCall() {
        DemoAccess access = Objects.requireNonNull(demo().create(Organizations.newAddress()));
        Api api = organizations.anonymous().as(access.token());
        Runs runs = new Runs(api);
        String run = runs.start(access.testSet(), access.endpoint(), Map.of());
        runs.await(run);

        Awaitility.await()
                .untilAsserted(() -> assertThat(api.get("/telemetry/traces?test_run_id=" + run)
                                .at("total")
                                .asInt())
                        .isEqualTo(17));
    }

    @Test
    void anOwnerWithAnAccountGetsNoOther() {
        String owner = Organizations.newAddress();
        organizations.register(owner);
        assertThat(demo().create(owner)).isNull();
    }

    @Test
    void theOwnerLogsInWithThePasswordOfTheAccess() {
        String owner = Organizations.newAddress();
        DemoAccess access = Objects.requireNonNull(demo().create(owner));
        assertThat(access.email()).isEqualTo(owner);
        Answer login = organizations
                .anonymous()
                .post("/auth/login/email", Map.of("email", owner, "password", access.password()));
        assertThat(login.status()).isEqualTo(200);
    }

    private DemoOrganization demo() {
        return new DemoOrganization("http://127.0.0.1:" + organizations.port(), accounts);
    }
}
