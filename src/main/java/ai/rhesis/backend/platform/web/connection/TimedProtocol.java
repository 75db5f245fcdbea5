package ai.rhesis.backend.platform.web.connection;

import java.io.IOException;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/// Tomcat's HTTP/1.1 with a time limit on the whole head of a request.
///
/// Tomcat's own time-outs begin anew with every byte.
public class TimedProtocol extends Http11NioProtocol {

    private final ArrivalLimits limits;

    /// Creates the protocol without arguments, as the container does by its class name.
    public TimedProtocol() {
        this(ArrivalLimits.DEFAULT);
    }

    TimedProtocol(ArrivalLimits limits) {
        this.limits = limits;
    }

    @Override
    protected Processor createProcessor() {
        return new TimedProcessor();
    }

    /// A reader of requests that is called again with every part of a head that arrives.
    private final class TimedProcessor extends Http11Processor {

        private long begin;
        private boolean isWaiting;

        TimedProcessor() {
            super(TimedProtocol.this, TimedProtocol.this.getAdapter());
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            if (!isWaiting) {
                begin = System.nanoTime();
            } else if (System.nanoTime() - begin > limits.time().toNanos()) {
                isWaiting = false;
                return SocketState.CLOSED;
            }
            SocketState state = super.service(socket);
            isWaiting = state == SocketState.LONG && !isAsync();
            return state;
        }
    }
}
