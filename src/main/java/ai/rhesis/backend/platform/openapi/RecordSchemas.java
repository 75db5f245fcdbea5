package ai.rhesis.backend.platform.openapi;

import ai.rhesis.backend.platform.web.Revisioned;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets the schemas of records say what the records do.
@Component
class RecordSchemas implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = Json31.mapper().constructType(type.getType()).getRawClass();
        if (raw == Revisioned.class) {
            Schema<?> any = new JsonSchema();
            any.addType("object");
            any.setDescription("The object, as its own resource shows it.");
            return any;
        }
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        Schema<?> model = resolved == null || resolved.get$ref() == null
                ? resolved
                : context.getDefinedModels()
                        .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
        if (raw.isRecord() && model != null && model.getProperties() != null) {
            new RecordSchema(raw, model).complete();
            if (canBeAText(raw)) {
                allowText(model);
            }
        }
        return resolved;
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
