package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.platform.egress.CallException;
import java.time.Duration;

/// The patience with a program of the SDK that has lost its connection: calls wait while it may come back, instead of
/// failing one test after the other. A call that it did not answer is asked again.
///
/// The pause is a quarter of a second, doubled by each further loss up to five seconds. Tests fail once it has
/// been gone for as long as the operator says.
final class LostProgram {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

    private final Slots slots;
    private final Duration patience;
    private boolean isLost;
    private long lostSince;
    private long pausedUntil;
    private Duration pause = FIRST_PAUSE;

    LostProgram(Slots slots, Duration patience) {
        this.slots = slots;
        this.patience = patience;
    }

    /// Takes note that the program is there.
    synchronized void answered() {
        isLost = false;
        pause = FIRST_PAUSE;
    }

    /// Pauses all calls of the run where a failure is a lost connection that may be waited for.
    ///
    /// @return whether the question is to be asked again
    synchronized boolean pauses(CallException failure) {
        if (!isLoss(failure)) {
            answered();
            return false;
        }
        long now = System.nanoTime();
        if (!isLost) {
            isLost = true;
            lostSince = now;
            pausedUntil = now;
        }
        if (now - lostSince > patience.toNanos()) {
            return false;
        }
        lengthen(now);
        slots.pause(pausedUntil);
        return true;
    }

    /// Lengthens the pause, once for all the calls that were in flight when the connection was lost.
    private void lengthen(long now) {
        if (now - pausedUntil >= 0) {
            pausedUntil = now + pause.toNanos();
            pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
        }
    }

    private static boolean isLoss(CallException failure) {
        return failure.reason() == CallException.Reason.SDK_NOT_CONNECTED
                || failure.reason() == CallException.Reason.SDK_DISCONNECTED;
    }
}
