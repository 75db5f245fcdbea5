package ai.rhesis.backend.platform.egress;

import java.time.Duration;
import java.util.function.Supplier;

/// The time that one outgoing call may take, its answer read to the end.
public final class CallTimeout {

    /// The limit where no other is set.
    public static final Duration DEFAULT = Duration.ofSeconds(120);

    private static final ScopedValue<Duration> LIMIT = ScopedValue.newInstance();

    private CallTimeout() {}

    /// Sets the limit of all calls that `work` makes in this thread.
    public static <T> T within(Duration limit, Supplier<T> work) {
        return ScopedValue.where(LIMIT, limit).call(work::get);
    }

    /// Returns the limit of a call that begins now in this thread.
    public static Duration current() {
        return LIMIT.orElse(DEFAULT);
    }
}
