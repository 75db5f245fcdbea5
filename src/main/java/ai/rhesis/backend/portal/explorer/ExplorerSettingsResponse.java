package ai.rhesis.backend.portal.explorer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The endpoint that a tree asks and the metrics that judge its tests.
record ExplorerSettingsResponse(@Nullable NamedObject defaultEndpoint, List<NamedObject> metrics) {

    /// An object by its id and its name.
    record NamedObject(UUID id, String name) {}
}
