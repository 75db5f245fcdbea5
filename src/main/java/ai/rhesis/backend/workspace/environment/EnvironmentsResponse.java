package ai.rhesis.backend.workspace.environment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The environments of a project by name.
///
/// @param environments null for one that is registered and has nothing bound to it
record EnvironmentsResponse(Map<String, @Nullable Binding> environments) {}
