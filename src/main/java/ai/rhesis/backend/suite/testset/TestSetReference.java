package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.platform.query.Joined;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A test set as it is named on what runs it.
public record TestSetReference(
        UUID id,
        String nanoId,
        String name,
        @Nullable Map<String, @Nullable Object> attributes,
        @Nullable TypeReference testSetType)
        implements Joined {}
