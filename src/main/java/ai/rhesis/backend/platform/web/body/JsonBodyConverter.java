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
    private final JsonBinder binder;

    JsonBodyConverter(JsonMapper json, JsonBinder binder) {
        super(json);
        this.json = json;
        this.binder = binder;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        return binder.bind(binder.parse(message.getBody()), json.constructType(type.getType()));
    }
}
