package ai.rhesis.backend.platform.web.body;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/// The converter of JSON bodies, which validates them so that one answer names all faults.
class JsonBodyConverter extends JacksonJsonHttpMessageConverter {

    private final JsonMapper json;
    private final JsonBinder bodies;

    JsonBodyConverter(JsonMapper json, JsonBinder bodies) {
        super(json);
        this.json = json;
        this.bodies = bodies;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        return bodies.bind(bodies.parse(message.getBody()), json.constructType(type.getType()));
    }
}
