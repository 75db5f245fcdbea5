package ai.rhesis.backend.platform.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;

/// The body of a partial update: `PromptChange` is a `PromptRequest` of which nothing is required, and whose absent
/// keys mean what they were before instead of their defaults.
final class PartialSchema {

    private PartialSchema() {}

    /// Adds the schema to the components and answers a reference to it.
    static Schema<?> of(Class<?> request, Components components) {
        String name = request.getSimpleName().replaceFirst("Request$", "Change");
        if (!components.getSchemas().containsKey(name)) {
            Map<String, Schema> whole = ModelConverters.getInstance(true).readAll(request);
            whole.forEach((part, schema) -> components.getSchemas().putIfAbsent(part, schema));
            components.addSchemas(name, partial(Objects.requireNonNull(whole.get(request.getSimpleName()))));
        }
        return new Schema<>().$ref(name);
    }

    private static Schema<?> partial(Schema<?> whole) {
        Schema<?> partial = new JsonSchema();
        partial.addType("object");
        partial.setDescription("The keys to change; null clears.");
        whole.getProperties().values().forEach(PartialSchema::dropDefault);
        partial.setProperties(whole.getProperties());
        return partial;
    }

    private static void dropDefault(Schema<?> property) {
        property.setDefault(null);
        property.setDefaultSetFlag(false);
    }
}
