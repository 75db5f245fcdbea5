package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.lib.fn.MacroFunction;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The values of one rendering above the library that all share, to which nothing is ever added.
final class Scope extends Context {

    // The engine keeps things of its own under these names.
    private static final Set<String> RESERVED = Set.of("__macros__", "____int3rpr3t3r____");

    Scope(Context library, Map<String, ?> values) {
        super(library);
        values.forEach((name, value) -> {
            if (!RESERVED.contains(name)) {
                put(name, value);
            }
        });
    }

    @Override
    public @Nullable MacroFunction getGlobalMacro(String identifier) {
        return null;
    }

    @Override
    public void addResolvedExpression(String expression) {}

    @Override
    public void addResolvedValue(String value) {}

    @Override
    public void addResolvedFunction(String function) {}
}
