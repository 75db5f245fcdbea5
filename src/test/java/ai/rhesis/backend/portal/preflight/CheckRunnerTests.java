package ai.rhesis.backend.portal.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Interrupts checks under way, as a server does that stops.
@IntegrationTest
class CheckRunnerTests {

    @Autowired
    Organizations organizations;

    @Autowired
    CheckRunner runner;

    @Test
    void interruptEndsAllChecksAndEachIsTold() throws InterruptedException {
        try (FakeTarget target = FakeTarget.start().taking(Duration.ofMinutes(1))) {
            Api api = organizations.create();
            UUID endpoint = UUID.fromString(new Runs(api).endpoint("Bot", target.url()));
            PreflightPlan plan = PreflightPlan.of(
                    new PreflightRequest(
                            null, null, endpoint, null, "fresh", "use_requirement", null, null, null, "sync"),
                    List.of());
            Map<Integer, Finding> findings = new ConcurrentHashMap<>();
            Tenant tenant = Organizations.tenantOf(api);
            Thread preflight = Thread.ofVirtual()
                    .start(() -> tenant.call(() -> {
                        runner.run(plan, findings::put);
                        return findings;
                    }));
            await().until(() -> !target.calls().isEmpty());

            preflight.interrupt();

            assertThat(preflight.join(Duration.ofSeconds(15))).isTrue();
            assertThat(findings).hasSize(plan.checks().size());
            assertThat(findings.get(0)).isEqualTo(Finding.failed("The check was interrupted", null));
        }
    }
}
