package ai.rhesis.backend.platform.web.body;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// A writer of JSON lines, each of which is sent at once, whichever thread has it. Until the first one the
/// answer can still be a problem. When the client has left, it writes no more.
///
/// The work on the lines has a time, after which only what is already known is told.
public final class LineWriter {

    private final HttpServletResponse response;
    private final JsonMapper json;
    private final StreamSettings settings;
    private final BooleanSupplier timer;
    private boolean hasBegun;
    private volatile boolean isClosed;

    LineWriter(HttpServletResponse response, JsonMapper json, StreamSettings settings) {
        this.response = response;
        this.json = json;
        this.settings = settings;
        this.timer = settings.begin();
    }

    public synchronized void write(Object line) {
        if (isClosed) {
            return;
        }
        begin();
        // a write that is interrupted closes the connection
        boolean isInterrupted = Thread.interrupted();
        try {
            byte[] text = (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            response.getOutputStream().write(text);
            response.flushBuffer();
        } catch (IOException left) {
            isClosed = true;
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Interrupts threads while none of them writes: what was interrupted can still tell so.
    ///
    /// @param interrupts the work that does so
    public synchronized void duringSilence(Runnable interrupts) {
        interrupts.run();
    }

    /// Tells whether the client has left, as far as a line has told it.
    public boolean isClosed() {
        return isClosed;
    }

    /// Tells whether the time is over.
    public boolean isLate() {
        return timer.getAsBoolean();
    }

    /// Tells whether there is nothing more to work for: the client has left, or the time is over.
    public boolean isOver() {
        return isClosed || isLate();
    }

    /// Says of something that it was not done in time.
    public String late() {
        return settings.late();
    }

    private void begin() {
        if (!hasBegun) {
            hasBegun = true;
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            // a proxy before us is not to wait for more
            response.setHeader("X-Accel-Buffering", "no");
        }
    }
}
