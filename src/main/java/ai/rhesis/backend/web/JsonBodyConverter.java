package ai.rhesis.backend.web;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON bodies so that every field of a wrong type is reported, not only the first.
class JsonBodyConverter extends JacksonJsonHttpMessageConverter {

    private final JsonMapper json;

    JsonBodyConverter(JsonMapper json) {
        super(json);
        this.json = json;
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        try {
            return json.readerFor(json.constructType(type.getType())).readValueCollectingProblems(message.getBody());
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("unreadable body", unreadable, message);
        }
    }
}
