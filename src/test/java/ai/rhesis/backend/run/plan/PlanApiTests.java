package ai.rhesis.backend.run.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PlanApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void anOrganization() {
        api = organizations.create();
    }

    @Test
    void withoutRunsADiscordanceIsAssumed() {
        KeptRuns runs = new KeptRuns(api, 20);

        Answer plan = api.get("/test_sets/" + runs.set + "/plan");

        assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
        assertThat(plan.at("discordance.value").asDouble()).isEqualTo(0.2);
        assertThat(plan.text("discordance.source")).isEqualTo("assumed");
        // ((1.96·√0.2 + 0.8416·√(0.2 - 0.05²))/0.05)²
        assertThat(plan.at("tests").asInt()).isEqualTo(626);
        assertThat(plan.at("repetitions").asInt()).isEqualTo(1);
        assertThat(plan.at("calls").asInt()).isEqualTo(626);
        assertThat(plan.at("enough").asBoolean()).isFalse();
        assertThat(plan.at("minutes").isNull()).isTrue();
        assertThat(plan.at("cost").isNull()).isTrue();
    }

    @Test
    void theLastTwoRunsOfAnEndpointTellTheDiscordance() {
        KeptRuns runs = new KeptRuns(api, 18);
        runs.run("f".repeat(18));
        runs.run("p".repeat(18));
        String last = runs.run("ffff" + "p".repeat(14));
        String endpoint = api.get("/test_runs/" + last).text("endpoint_id");

        Answer plan = api.get("/test_sets/" + runs.set + "/plan?endpoint_id=" + endpoint + "&detect=0.5");

        assertThat(plan.at("discordance.value").asDouble()).isCloseTo((4 + 1) / (18 + 2.0), within(1e-12));
        assertThat(plan.text("discordance.source")).isEqualTo("last_two_runs");
        assertThat(plan.at("enough").asBoolean()).isTrue();
    }

    @Test
    void repetitionsHelpWhereTestsFlip() {
        KeptRuns runs = new KeptRuns(api, 12);
        for (String outcomes : new String[] {"pfpfpfpfpfpf", "fpfpfpfpfpfp"}) {
            String run = runs.run(outcomes);
            for (int place = 0; place < 12; place++) {
                runs.repeat(run, runs.tests().get(place), outcomes.charAt(place) == 'p' ? 'f' : 'p', 2);
            }
        }
        String endpoint =
                api.get("/test_runs?limit=1").json().get(0).path("endpoint_id").asString();

        Answer plan = api.get("/test_sets/" + runs.set + "/plan?endpoint_id=" + endpoint + "&detect=0.2");

        // 37 tests would do; the twelve suffice twice, because all of their difference is chance within a test
        assertThat(plan.at("tests").asInt()).as(plan.toString()).isEqualTo(37);
        assertThat(plan.at("repetitions").asInt()).isEqualTo(2);
        assertThat(plan.at("calls").asInt()).isEqualTo(24);
        assertThat(plan.at("enough").asBoolean()).isTrue();
    }

    @Test
    void badQuestionsAreNamed() {
        KeptRuns runs = new KeptRuns(api, 2);
        for (String bad : new String[] {
            "detect=0", "detect=1", "power=1", "alpha=0.3", "alternative=up", "endpoint_id=" + UUID.randomUUID()
        }) {
            Answer refused = api.get("/test_sets/" + runs.set + "/plan?" + bad);
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(refused.text("field")).isEqualTo(bad.substring(0, bad.indexOf('=')));
        }
        assertThat(api.get("/test_sets/" + UUID.randomUUID() + "/plan").status())
                .isEqualTo(404);
    }

    @Test
    void anotherOrganizationPlansNothingOfIt() {
        KeptRuns runs = new KeptRuns(api, 2);

        assertThat(organizations
                        .create()
                        .get("/test_sets/" + runs.set + "/plan")
                        .status())
                .isEqualTo(404);
    }
}
