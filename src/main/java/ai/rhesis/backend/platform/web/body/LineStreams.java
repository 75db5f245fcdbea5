package ai.rhesis.backend.platform.web.body;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The answers that are sent line by line, each within the time that is set for them.
@Component
public class LineStreams {

    private final JsonMapper json;
    private final StreamSettings settings;

    LineStreams(JsonMapper json, StreamSettings settings) {
        this.json = json;
        this.settings = settings;
    }

    /// Opens a writer, whose time begins now.
    public LineWriter open(HttpServletResponse response) {
        return new LineWriter(response, json, settings);
    }
}
