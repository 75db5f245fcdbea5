package ai.rhesis.backend.run.progress;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// A writer of server-sent events.
final class EventWriter {

    private static final int RECONNECT_MILLIS = 1_000;

    private final HttpServletResponse response;
    private final JsonMapper json;

    EventWriter(HttpServletResponse response, JsonMapper json) {
        this.response = response;
        this.json = json;
    }

    void begin() throws IOException {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // a proxy before us is not to wait for more
        response.setHeader("X-Accel-Buffering", "no");
        write("retry: " + RECONNECT_MILLIS + "\n\n");
        flush();
    }

    /// @param id what the client sends as `Last-Event-ID` to go on behind it
    void event(String name, @Nullable Long id, Object data) throws IOException {
        write("event: " + name + "\n" + (id == null ? "" : "id: " + id + "\n") + "data: "
                + json.writeValueAsString(data) + "\n\n");
    }

    void flush() throws IOException {
        response.flushBuffer();
    }

    private void write(String text) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
