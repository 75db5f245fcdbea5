package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.security.Bearer;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.websocket.OpenConnection;
import ai.rhesis.backend.platform.websocket.Wire;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The connection of one program, and the calls that it has not answered.
final class ProgramConnection implements OpenConnection {

    /// The most calls at a time that a program has to answer; others wait.
    static final int MAX_CALLS = 256;

    private final UUID id = BaseEntity.newId();
    private final Wire wire;
    private final Bearer bearer;
    private final Tenant tenant;
    private final JsonMapper json;
    private final LatestWork registrations = new LatestWork();
    private final Semaphore free = new Semaphore(MAX_CALLS);
    private final Map<String, Unanswered> unanswered = new ConcurrentHashMap<>();
    private @Nullable Registered registered;
    private int registrationCount;
    private volatile boolean isClosed;

    /// @param tenant its user, in the project of the token where that is of one
    ProgramConnection(Wire wire, Bearer bearer, Tenant tenant, JsonMapper json) {
        this.wire = wire;
        this.bearer = bearer;
        this.tenant = tenant;
        this.json = json;
    }

    UUID id() {
        return id;
    }

    @Override
    public Wire wire() {
        return wire;
    }

    Bearer bearer() {
        return bearer;
    }

    Tenant tenant() {
        return tenant;
    }

    LatestWork registrations() {
        return registrations;
    }

    /// Returns what it registered last; null before.
    synchronized @Nullable Registered registered() {
        return registered;
    }

    /// Counts a registration, which is newer than those before it.
    synchronized Registered count(Registration latest) {
        return new Registered(++registrationCount, latest);
    }

    /// Takes note of a registration whose route is written, unless a newer one is known.
    synchronized void registered(Registered written) {
        if (registered == null || registered.number() <= written.number()) {
            registered = written;
        }
    }

    boolean isClosed() {
        return isClosed;
    }

    void send(ServerFrame frame) {
        wire.send(json.writeValueAsString(frame));
    }

    /// Sends a call, as soon as the program has few enough to answer.
    ///
    /// @param told is told how the call ended, once, and not at all when it is cancelled before
    /// @throws InterruptedException when this thread is interrupted while it waits
    void call(CallText call, Consumer<Outcome> told) throws InterruptedException {
        if (!free.tryAcquire(call.remainingNanos(), TimeUnit.NANOSECONDS)) {
            told.accept(Outcome.CROWDED);
            return;
        }
        unanswered.put(call.callId(), new Unanswered(call, told));
        if (isClosed) {
            end(call.callId(), new Outcome.Gone());
            return;
        }
        wire.expect();
        wire.send(call.frame());
    }

    /// Ends a call that waits for its answer; others are late, answered or of somebody else, and stay as they are.
    void end(String callId, Outcome outcome) {
        Unanswered ended = unanswered.remove(callId);
        if (ended != null) {
            free.release();
            ended.told().accept(outcome);
        }
    }

    /// Forgets a call that nobody waits for any more.
    void cancel(String callId) {
        if (unanswered.remove(callId) != null) {
            free.release();
        }
    }

    /// Forgets the calls whose time is over, wherever somebody waited for them.
    void forgetLate() {
        unanswered.forEach((callId, late) -> {
            if (late.call().remainingNanos() < 0) {
                cancel(callId);
            }
        });
    }

    /// Ends all calls, because the program is gone.
    void closed() {
        isClosed = true;
        unanswered.keySet().forEach(callId -> end(callId, Outcome.LEFT));
    }

    /// A registration of the program.
    ///
    /// @param number its place among all of this connection
    record Registered(int number, Registration registration) {}

    /// A call that the program has to answer.
    private record Unanswered(CallText call, Consumer<Outcome> told) {}
}
