package ai.rhesis.backend.integration.provider;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A stored model as it was at one moment, which a test run pins as JSON. It holds no key; a call reads that itself.
///
/// @param provider such as `openai`
/// @param endpoint the base address, null for the provider's own
/// @param parameters such as `temperature` and `max_tokens`
public record ModelSnapshot(
        UUID id,
        String name,
        String provider,
        String modelName,
        @Nullable String endpoint,
        Map<String, String> requestHeaders,
        Map<String, Object> parameters) {}
