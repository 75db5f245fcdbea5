package ai.rhesis.backend.portal.explorer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/// Trees to delete.
record SetIdsRequest(@NotNull @Size(max = 100) List<@NotNull UUID> testSetIds) {}
