package ai.rhesis.backend.workspace.organization;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// An organization as a client writes it.
record OrganizationRequest(
        @NotBlank @Size(max = 255) String name,

        @Pattern(
                regexp = "[a-z0-9][a-z0-9-]{1,48}[a-z0-9]",
                message = "must be 3 to 50 of a-z, 0-9 and -, and begin and end with a letter or digit")
        @Nullable
        String slug,

        @Size(max = 255) @Nullable String displayName,
        @Nullable String description,
        @Size(max = 2048) @Nullable String website,
        @Size(max = 2048) @Nullable String logoUrl,
        @Email @Size(max = 254) @Nullable String email,
        @Size(max = 64) @Nullable String phone,
        @Nullable String address,
        @Size(max = 255) @Nullable String domain,
        @Nullable Boolean isActive,
        @Nullable Boolean isOnboardingComplete) {

    static OrganizationRequest of(Organization organization) {
        return new OrganizationRequest(
                organization.getName(),
                organization.getSlug(),
                organization.getDisplayName(),
                organization.getDescription(),
                organization.getWebsite(),
                organization.getLogoUrl(),
                organization.getEmail(),
                organization.getPhone(),
                organization.getAddress(),
                organization.getDomain(),
                organization.isActive(),
                organization.isOnboardingComplete());
    }
}
