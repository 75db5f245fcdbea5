package ai.rhesis.backend.identity.token;

import ai.rhesis.backend.platform.tenancy.InScope;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as a client asks for it. Without a number of days it doesn't expire. With the scope `read` alone it only
/// reads; without scopes it is the same as with `write`. With a project it acts in that project alone.
record TokenRequest(
        @Nullable UUID id,
        @NotBlank @Size(max = 255) String name,
        @Min(1) @Max(3650) @Nullable Integer expiresInDays,

        @Size(max = 2) @Nullable
        List<@NotNull @Pattern(regexp = "read|write", message = "must be read or write") String> scopes,

        @InScope @Nullable UUID projectId) {}
