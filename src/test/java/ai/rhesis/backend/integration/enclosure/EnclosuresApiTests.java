package ai.rhesis.backend.integration.enclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.annotation.file.AttachedFiles;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.support.Api;
import ai.rhesis.backend.support.FakeTarget;
import ai.rhesis.backend.support.IntegrationTest;
import ai.rhesis.backend.support.Organizations;
import ai.rhesis.backend.support.Runs;
import ai.rhesis.backend.support.TestedFiles;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Calls with files while this node has no room for more.
@IntegrationTest
class EnclosuresApiTests {

    private static final byte[] SCAN = TestedFiles.bytes(50_000, 6);

    @Autowired
    Organizations organizations;

    @Autowired
    EnclosureRoom room;

    @Autowired
    AttachedFiles files;

    private final FakeTarget target = FakeTarget.start();
    private final FakeTarget others = FakeTarget.start();

    @AfterEach
    void stop() {
        target.close();
        others.close();
    }

    @Test
    void aRunWaitsForRoomWhileThoseOfOthersGoOn() throws Exception {
        Begun first = new Begun(organizations.create(), target);
        Begun second = new Begun(organizations.create(), others);
        String waiting;
        try (EnclosureRoom.Lease all = room.take(first.tenant().organizationId(), room.share(), Duration.ZERO)) {
            waiting = first.start();
            second.runs().await(second.start());
            assertThat(others.calls()).hasSize(2);
            assertThat(first.runs()
                            .await(waiting, answer -> !"Queued".equals(answer.text("state")))
                            .text("state"))
                    .isEqualTo("Progress");
            assertThat(target.calls()).isEmpty();
        }
        assertThat(first.runs().await(waiting).text("state")).isEqualTo("Completed");
        assertThat(target.calls())
                .hasSize(2)
                .allSatisfy(call -> assertThat(TestedFiles.first(call)).isEqualTo(SCAN));
        assertThat(room.organizations()).isZero();
    }

    @Test
    void aRunThatIsCancelledWaitsNoLonger() throws Exception {
        Begun first = new Begun(organizations.create(), target);
        try (EnclosureRoom.Lease all = room.take(first.tenant().organizationId(), room.share(), Duration.ZERO)) {
            String run = first.start();
            first.runs().await(run, answer -> "Progress".equals(answer.text("state")));
            first.api().post("/test_runs/" + run + "/cancel", null);
            assertThat(first.runs().await(run).text("state")).isEqualTo("Cancelled");
        }
        assertThat(target.calls()).isEmpty();
    }

    @Test
    void aRequestThatWaitsTooLongIsToldToComeAgain() throws Exception {
        Tenant tenant = Organizations.tenantOf(organizations.create());
        AttachedFile file = new AttachedFile("a.txt", "text/plain", 3, "0".repeat(64));
        Enclosures impatient = new Enclosures(files, room, Duration.ofMillis(20));
        try (EnclosureRoom.Lease all = room.take(tenant.organizationId(), room.share(), Duration.ZERO)) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> tenant.call(() -> impatient.open(List.of(file))))
                    .matches(refused -> refused.problem().httpStatus().value() == 503);
        }
    }

    /// An organization with a set of two tests, each with a file.
    private static final class Begun {

        private final Api api;
        private final Runs runs;
        private final String set;
        private final String endpoint;

        Begun(Api api, FakeTarget target) {
            this.api = api;
            runs = new Runs(api);
            TestedFiles files = new TestedFiles(api);
            endpoint = files.endpoint("REST", target.url());
            set = runs.set("What is this", 2);
            runs.judgeSet(set, runs.assertion("Answers", "contains", "Echo"));
            api.get("/test_sets/" + set + "/tests")
                    .json()
                    .forEach(test -> files.attach(test.path("id").asString(), "scan.png", SCAN));
        }

        Api api() {
            return api;
        }

        Runs runs() {
            return runs;
        }

        Tenant tenant() {
            return Organizations.tenantOf(api);
        }

        String start() {
            return runs.start(set, endpoint, Map.of());
        }
    }
}
