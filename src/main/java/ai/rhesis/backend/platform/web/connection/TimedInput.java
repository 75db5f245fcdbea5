package ai.rhesis.backend.platform.web.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/// The body of one request, cut when it arrives too slowly; the time that its reader takes doesn't count.
final class TimedInput implements InputBuffer {

    private final InputBuffer plain;
    private final ArrivalLimits limits;
    private long waited;
    private long received;
    private boolean isCut;

    TimedInput(InputBuffer plain, ArrivalLimits limits) {
        this.plain = plain;
        this.limits = limits;
    }

    InputBuffer plain() {
        return plain;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (isCut) {
            throw tooSlow();
        }
        long begin = System.nanoTime();
        int count = plain.doRead(handler);
        waited += System.nanoTime() - begin;
        received += Math.max(0, count);
        if (count > 0 && limits.isTooSlow(waited, received)) {
            isCut = true;
            throw tooSlow();
        }
        return count;
    }

    @Override
    public int available() {
        return plain.available();
    }

    // the one exception that the container answers with 408
    private static IOException tooSlow() {
        return new SocketTimeoutException("the body arrives too slowly");
    }
}
