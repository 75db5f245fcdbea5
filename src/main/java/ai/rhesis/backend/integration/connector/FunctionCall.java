package ai.rhesis.backend.integration.connector;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A call of a function.
///
/// @param inputs its arguments, and the keys `_rhesis_…` that the SDK takes out
/// @param parameters the run's snapshot of parameters by the names of its attributes, `parameters` and
/// `parameter_…`; empty without one
public record FunctionCall(
        SdkService service, String function, ObjectNode inputs, Map<String, @Nullable Object> parameters) {}
