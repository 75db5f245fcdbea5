package ai.rhesis.backend.integration.template;

import org.jspecify.annotations.Nullable;

/// `jsonpath('$.a.b')` in a template. Public because the engine calls it by reflection.
public final class JsonPathFunction {

    private JsonPathFunction() {}

    /// Reads the value at this path of the document that is being mapped.
    public static @Nullable Object read(@Nullable Object path) {
        Rendering rendering = Rendering.current();
        rendering.budget.spendTime();
        return JsonPaths.read(Values.text(path), rendering.document, rendering.budget);
    }
}
