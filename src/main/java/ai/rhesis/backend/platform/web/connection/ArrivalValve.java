package ai.rhesis.backend.platform.web.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The valve that ends bodies which arrive too slowly. It also reads refused bodies to their end, within the same
/// limits, because a client that is still sending when the connection closes never sees the answer.
final class ArrivalValve extends ValveBase {

    private static final Logger log = LoggerFactory.getLogger(ArrivalValve.class);

    private final ArrivalLimits limits;

    ArrivalValve(ArrivalLimits limits) {
        super(true);
        this.limits = limits;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request raw = request.getCoyoteRequest();
        TimedInput body = new TimedInput(raw.getInputBuffer(), limits);
        raw.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && hasBody(request)) {
                finish(body, request, response);
            }
        } finally {
            raw.setInputBuffer(body.plain());
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private void finish(TimedInput body, Request request, Response response) throws IOException {
        response.finishResponse();
        if (request.getCoyoteRequest().hasExpectation() || !isTakenWhole(body)) {
            response.getCoyoteResponse().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private boolean isTakenWhole(TimedInput body) {
        Ignored ignored = new Ignored();
        try {
            long taken = 0;
            long maxBytes = limits.unread().toBytes();
            for (int count = 0; count >= 0 && taken <= maxBytes; count = body.doRead(ignored)) {
                taken += count;
            }
            return taken <= maxBytes;
        } catch (IOException broken) {
            log.debug("the rest of a body doesn't arrive", broken);
            return false;
        }
    }

    /// A buffer for bytes that are thrown away.
    private static final class Ignored implements ApplicationBufferHandler {

        private @Nullable ByteBuffer buffer;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // nothing is kept
        }
    }
}
