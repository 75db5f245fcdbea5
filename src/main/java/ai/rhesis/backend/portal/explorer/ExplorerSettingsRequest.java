package ai.rhesis.backend.portal.explorer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The endpoint that a tree asks and the metrics that judge its tests; what is absent stays.
record ExplorerSettingsRequest(
        @Nullable UUID defaultEndpointId,
        @Size(max = 100) @Nullable List<@NotNull UUID> metricIds) {}
