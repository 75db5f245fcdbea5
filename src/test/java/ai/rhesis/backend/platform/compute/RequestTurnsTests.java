package ai.rhesis.backend.platform.compute;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class RequestTurnsTests {

    private final RequestTurns turns = new RequestTurns(1, 1024 * 1024);
    private final Queue<String> served = new ConcurrentLinkedQueue<>();

    @Test
    void organizationsTakeTurnsOneAfterTheOther() throws Exception {
        Tenant greedy = tenant();
        Turns.Turn first = turns.take();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(waiting("greedy", greedy));
        }
        all.add(waiting("modest", tenant()));
        assertThat(served).isEmpty();

        first.end();
        first.end();
        for (Thread thread : all) {
            assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(served).startsWith("greedy", "modest").hasSize(4);
    }

    @Test
    void moreAreAdmittedThanWork() throws Exception {
        Turns.Turn reading = turns.take();
        turns.admit();
        Thread second = waiting("second", tenant(), turns::admit);
        reading.end();
        assertThat(second.isAlive()).isTrue();
        second.interrupt();
        assertThat(second.join(Duration.ofSeconds(10))).isTrue();
        assertThat(served).isEmpty();
    }

    @Test
    void aRequestThatLeavesForOthersEndsItsTurnAndTakesItsPlaceAmongThem() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        ServletRequestAttributes attributes = new ServletRequestAttributes(request);
        RequestContextHolder.setRequestAttributes(attributes);
        try {
            RequestTurns.leaveForOthers();
            turns.takeUntilAnswered();
            RequestTurns.leaveForOthers();
            RequestTurns.leaveForOthers();
            turns.take().end();
        } finally {
            RequestContextHolder.resetRequestAttributes();
            attributes.requestCompleted();
        }
    }

    @Test
    void whoIsInterruptedTakesNoTurn() throws Exception {
        Turns.Turn first = turns.take();
        Thread gone = waiting("gone", tenant());
        gone.interrupt();
        assertThat(gone.join(Duration.ofSeconds(10))).isTrue();
        first.end();
        turns.take().end();
        assertThat(served).isEmpty();
    }

    /// Begins a thread that wants a turn, and returns once it waits for it.
    private Thread waiting(String name, Tenant tenant) throws InterruptedException {
        return waiting(name, tenant, turns::take);
    }

    private Thread waiting(String name, Tenant tenant, Supplier<Turns.Turn> way) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread thread = Thread.ofPlatform()
                .start(() -> tenant.call(() -> {
                    begun.countDown();
                    Turns.Turn turn = way.get();
                    served.add(name);
                    turn.end();
                    return null;
                }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private static Tenant tenant() {
        return new Tenant(UUID.randomUUID(), UUID.randomUUID());
    }
}
