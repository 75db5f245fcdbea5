package ai.rhesis.backend.suite.generation.draft;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// A writer of JSON lines, each of which is sent at once. When the client has left, it writes no more.
final class LineWriter {

    private final HttpServletResponse response;
    private final JsonMapper json;
    private boolean isClosed;

    LineWriter(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // a proxy before us is not to wait for more
        response.setHeader("X-Accel-Buffering", "no");
    }

    void write(Object line) {
        if (isClosed) {
            return;
        }
        try {
            byte[] text = (json.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
            response.getOutputStream().write(text);
            response.flushBuffer();
        } catch (IOException left) {
            isClosed = true;
        }
    }

    boolean isClosed() {
        return isClosed;
    }
}
