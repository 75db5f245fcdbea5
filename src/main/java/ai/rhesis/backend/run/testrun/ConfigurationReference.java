package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.platform.query.Joined;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The living configuration of a run, as far as the run does not pin what it says.
public record ConfigurationReference(
        UUID id, UUID userId, @Nullable Map<String, @Nullable Object> attributes) implements Joined {}
