package ai.rhesis.backend.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.support.Answer;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeModelServer;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Reads the usage as the frontend's shell does on every page.
@IntegrationTest
class UsageApiTests {

    @Autowired
    Organizations organizations;

    @Test
    void stocksAreCountedOverAllProjects() {
        Api owner = organizations.create();
        organizations.member(owner, "member");
        String project = owner.create("/projects", Map.of("name", "Bot"));
        owner.create("/projects", Map.of("name", "Other"));
        new Runs(owner).endpoint("Bot", "http://127.0.0.1:1");
        Answer usage = owner.with("X-Project-Id", project).get("/usage");
        assertThat(usage.at("resources.seats.used").asInt()).isEqualTo(2);
        assertThat(usage.at("resources.projects.used").asInt()).isEqualTo(2);
        assertThat(usage.at("resources.endpoints.used").asInt()).isEqualTo(1);
        assertThat(usage.text("resources.seats.kind")).isEqualTo("stock");
        assertThat(usage.text("edition")).isEqualTo("community");
        assertThat(usage.json().path("resources").propertyNames())
                .containsExactly(
                        "test_executions",
                        "tracing_spans",
                        "test_generation",
                        "model_tokens",
                        "seats",
                        "projects",
                        "endpoints");
        assertThat(usage.at("resources.seats").propertyNames())
                .containsExactlyInAnyOrder("used", "limit", "ceiling", "period_start", "period_end", "kind");
    }

    @Test
    void runsAreCountedInTheirMonthAlsoWhenTheyAreDeleted() {
        Api owner = organizations.create();
        try (FakeModelServer server = FakeModelServer.start()) {
            Runs runs = new Runs(owner);
            String run = runs.start(runs.set("Hello", 3), runs.model("Bot", server.url()), Map.of());
            runs.await(run);
            owner.delete("/test_runs/" + run);
        }
        Answer usage = owner.get("/usage");
        assertThat(usage.at("resources.test_executions.used").asInt()).isEqualTo(3);
        assertThat(usage.at("resources.model_tokens.used").asInt()).isPositive();
        assertThat(usage.text("resources.test_executions.kind")).isEqualTo("flow");
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        assertThat(usage.text("resources.test_executions.period_start"))
                .isEqualTo(month.atDay(1).toString());
        assertThat(usage.text("resources.test_executions.period_end"))
                .isEqualTo(month.atEndOfMonth().toString());
        String before = month.minusMonths(1).atDay(1).toString();
        Answer earlier = owner.get("/usage?period=" + before);
        assertThat(earlier.at("resources.test_executions.used").asInt()).isZero();
        assertThat(earlier.text("resources.test_executions.period_start")).isEqualTo(before);
        assertThat(organizations
                        .create()
                        .get("/usage")
                        .at("resources.test_executions.used")
                        .asInt())
                .isZero();
    }

    @Test
    void historyHasEveryMonthOfEveryFlow() {
        Api owner = organizations.create();
        Answer history = owner.get("/usage/history?months=3");
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        assertThat(history.json().path("resources").propertyNames())
                .containsExactly("test_executions", "tracing_spans", "test_generation", "model_tokens");
        assertThat(history.at("resources.test_executions").findValuesAsString("period_start"))
                .isEqualTo(List.of(
                        month.minusMonths(2).atDay(1).toString(),
                        month.minusMonths(1).atDay(1).toString(),
                        month.atDay(1).toString()));
        assertThat(owner.get("/usage/history").at("resources.model_tokens").size())
                .isEqualTo(6);
    }

    @Test
    void otherPeriodsAreRefused() {
        Api owner = organizations.create();
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        for (String period :
                List.of(month.atDay(2).toString(), month.plusMonths(1).atDay(1).toString(), "2026", "x")) {
            assertThat(owner.get("/usage?period=" + period).status()).as(period).isEqualTo(422);
        }
        for (String months : List.of("0", "25", "x")) {
            assertThat(owner.get("/usage/history?months=" + months).status())
                    .as(months)
                    .isIn(400, 422);
        }
    }
}
