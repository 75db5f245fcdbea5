package ai.rhesis.backend.platform.web.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/// Tomcat's HTTP/1.1 with a time limit on the whole head of a request.
///
/// Tomcat's own time-outs begin anew with every byte.
public class TimedProtocol extends Http11NioProtocol {

    private @Nullable ArrivalLimits limits;

    /// Takes the limits of what arrives from now on; the container makes the protocol by its name, without them.
    void keep(ArrivalLimits limits) {
        this.limits = limits;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor(Objects.requireNonNull(limits, "no limits were given"));
    }

    /// A reader of requests that is called again with every part of a head that arrives.
    private final class TimedProcessor extends Http11Processor {

        private final Duration time;
        private long begin;
        private boolean isWaiting;

        TimedProcessor(ArrivalLimits limits) {
            super(TimedProtocol.this, TimedProtocol.this.getAdapter());
            time = limits.time();
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (!isWaiting) {
                begin = System.nanoTime();
            } else if (System.nanoTime() - begin > time.toNanos()) {
                isWaiting = false;
                return SocketState.CLOSED;
            }
            SocketState state = super.service(socket);
            isWaiting = state == SocketState.LONG && !isAsync();
            return state;
        }
    }
}
