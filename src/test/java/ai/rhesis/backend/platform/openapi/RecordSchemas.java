package ai.rhesis.backend.platform.openapi;

import ai.rhesis.backend.platform.web.Revisioned;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The schemas of records. A schema that `document.yaml` writes goes before the record of its name.
@Component
class RecordSchemas implements ModelConverter {

    private static final String REFERENCE = "#/components/schemas/";

    private final Set<String> written;
    private final Map<String, Class<?>> records = new ConcurrentHashMap<>();

    RecordSchemas(OpenAPI frame) {
        written = Set.copyOf(frame.getComponents().getSchemas().keySet());
    }

    /// Answers the record of a schema; null for one that is written by hand.
    @Nullable
    Class<?> record(String schema) {
        return records.get(schema);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (raw == Revisioned.class) {
            return anyObject();
        }
        if (JsonNode.class.isAssignableFrom(raw) || raw == Object.class) {
            return new JsonSchema();
        }
        if (written.contains(raw.getSimpleName()) && raw.isRecord()) {
            return new JsonSchema().$ref(REFERENCE + raw.getSimpleName());
        }
        if (raw.isRecord()) {
            type.name(name(raw));
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (raw.isRecord()) {
            complete(raw, model(resolved, context));
        }
        return resolved;
    }

    /// Answers a name that is nobody else's: a nested record is called after the one around it.
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : outer.getSimpleName().replaceFirst("(Response|View|Request)$", "") + type.getSimpleName();
    }

    private void complete(Class<?> type, @Nullable Schema<?> model) {
        if (model != null && model.getProperties() != null) {
            records.put(name(type), type);
            new RecordSchema(type, model).complete();
            if (canBeAText(type)) {
                allowText(model);
            }
        }
    }

    private static Schema<?> anyObject() {
        Schema<?> any = new JsonSchema();
        any.addType("object");
        any.setDescription("The object, as its own resource shows it.");
        return any;
    }

    private static @Nullable Schema<?> model(@Nullable Schema<?> resolved, ModelConverterContext context) {
        return resolved == null || resolved.get$ref() == null
                ? resolved
                : context.getDefinedModels()
                        .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
    }

    private static boolean canBeAText(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .map(method -> method.getAnnotation(JsonCreator.class))
                .anyMatch(creator -> creator != null && creator.mode() == JsonCreator.Mode.DELEGATING);
    }

    private static void allowText(Schema<?> model) {
        Schema<?> text = new JsonSchema();
        text.addType("string");
        Schema<?> object = new JsonSchema();
        object.addType("object");
        object.setProperties(model.getProperties());
        object.setRequired(model.getRequired());
        model.setTypes(null);
        model.setProperties(null);
        model.setRequired(null);
        model.setAnyOf(List.of(text, object));
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }
}
