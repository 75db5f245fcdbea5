package ai.rhesis.backend.run.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.KeptRuns;
import ai.rhesis.backend.support.Organizations;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class HistoryApiTests {

    @Autowired
    Organizations organizations;

    Api api;

    @BeforeEach
    void anOrganization() {
        api = organizations.create();
    }

    @Test
    void runsHaveTheirPassRateWithWilsonsInterval() {
        KeptRuns runs = new KeptRuns(api, 10);
        String first = runs.run("p".repeat(9) + "e");
        String empty = runs.run("");

        Answer history = api.get("/test_sets/" + runs.set + "/history");

        assertThat(history.size()).isEqualTo(2);
        assertThat(history.text("0.test_run.id")).isEqualTo(empty);
        assertThat(history.at("0.pass_rate").isNull()).isTrue();
        assertThat(history.text("1.test_run.id")).isEqualTo(first);
        assertThat(history.at("1.tests").asInt()).isEqualTo(10);
        assertThat(history.at("1.passed").asInt()).isEqualTo(9);
        assertThat(history.at("1.errors").asInt()).isEqualTo(1);
        assertThat(history.at("1.pass_rate.value").asDouble()).isEqualTo(0.9);
        // R: prop.test(9, 10, correct = FALSE)$conf.int
        assertThat(history.at("1.pass_rate.ci.0").asDouble()).isCloseTo(0.595849973, within(1e-8));
        assertThat(history.at("1.pass_rate.ci.1").asDouble()).isCloseTo(0.982123787, within(1e-8));
        assertThat(history.at("1.test_set_version.number").asInt()).isEqualTo(1);
    }

    @Test
    void testsInQuarantineCountForNothing() {
        KeptRuns runs = new KeptRuns(api, 2);
        runs.run("pf");
        api.post("/tests/" + runs.tests().getLast() + "/quarantine", Map.of("reason", "Known to be wrong"));

        assertThat(api.get("/test_sets/" + runs.set + "/history")
                        .at("0.pass_rate.value")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void pagesFollowEachOther() {
        KeptRuns runs = new KeptRuns(api, 1);
        String first = runs.run("p");
        String second = runs.run("p");
        String path = "/test_sets/" + runs.set + "/history?limit=1";

        Answer page = api.get(path);
        assertThat(page.text("0.test_run.id")).isEqualTo(second);
        String link = String.valueOf(page.header("Link"));
        Answer last = api.get(link.substring(1, link.indexOf('>')));
        assertThat(last.text("0.test_run.id")).isEqualTo(first);
        assertThat(last.header("Link")).isNull();
        assertThat(api.get(path + "&cursor=x").status()).isEqualTo(400);
        assertThat(api.get("/test_sets/" + runs.set + "/history?limit=0").status())
                .isEqualTo(400);
    }

    @Test
    void anotherOrganizationHasNoSuchSet() {
        KeptRuns runs = new KeptRuns(api, 1);
        assertThat(organizations
                        .create()
                        .get("/test_sets/" + runs.set + "/history")
                        .status())
                .isEqualTo(404);
    }
}
