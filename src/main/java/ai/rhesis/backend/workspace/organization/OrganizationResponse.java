package ai.rhesis.backend.workspace.organization;

import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An organization as a client reads it.
record OrganizationResponse(
        Identity identity,
        String name,
        String slug,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String website,
        @Nullable String logoUrl,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String domain,
        boolean isActive,
        boolean isOnboardingComplete,
        UUID ownerId,
        List<TagReference> tags)
        implements Identified {

    static OrganizationResponse of(OrganizationView view) {
        Organization organization = view.organization();
        return new OrganizationResponse(
                identity(organization),
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
                organization.isOnboardingComplete(),
                organization.getOwnerId(),
                view.tags());
    }

    private static Identity identity(Organization organization) {
        return new Identity(
                organization.getId(),
                organization.getNanoId(),
                organization.getCreatedAt(),
                organization.getUpdatedAt(),
                organization.getId(),
                organization.getOwnerId(),
                organization.getVersion());
    }
}
