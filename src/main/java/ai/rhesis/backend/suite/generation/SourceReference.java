package ai.rhesis.backend.suite.generation;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source that tests are written from. Its name and text are read here, whatever a client sends of them.
public record SourceReference(@NotNull UUID id) {

    public static List<UUID> ids(@Nullable List<SourceReference> sources) {
        return sources == null
                ? List.of()
                : sources.stream().map(SourceReference::id).distinct().toList();
    }
}
