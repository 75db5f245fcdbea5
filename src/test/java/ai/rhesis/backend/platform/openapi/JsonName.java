package ai.rhesis.backend.platform.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/// The JSON name of a Java name.
final class JsonName extends SnakeCaseStrategy {

    private static final JsonName NAMES = new JsonName();

    static String of(String javaName) {
        return NAMES.translate(javaName);
    }

    static String of(RecordComponent component) {
        JsonProperty own = component.getAccessor().getAnnotation(JsonProperty.class);
        return own == null || own.value().isEmpty() ? of(component.getName()) : own.value();
    }
}
