package ai.rhesis.backend.identity.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as a client asks for it; without a number of days it doesn't expire, and with scopes that don't include
/// `write` it only reads.
record TokenRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Min(1) @Max(3650) @Nullable Integer expiresInDays,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 100) String> scopes) {}
