package ai.rhesis.backend.workspace.organization;

import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A team that shares all its objects; its id is the tenant of all its rows.
///
/// A function of the database stores it first, never this entity.
@Entity
@Table(name = "organization")
@Resource(name = "Organization", path = "/organizations")
class Organization extends BaseEntity implements Taggable {

    private String name;
    private String slug;
    private @Nullable String displayName;
    private @Nullable String description;
    private @Nullable String website;
    private @Nullable String logoUrl;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String address;
    private @Nullable String domain;
    private boolean isOnboardingComplete;
    private @Nullable Instant deletedAt;

    @Column(updatable = false)
    private boolean isActive;

    @Column(updatable = false)
    private UUID ownerId;

    protected Organization() {}

    void change(OrganizationRequest request) {
        name = request.name();
        slug = request.slug() == null ? slug : request.slug();
        displayName = request.displayName();
        description = request.description();
        website = request.website();
        logoUrl = request.logoUrl();
        email = request.email();
        phone = request.phone();
        address = request.address();
        domain = request.domain();
        isOnboardingComplete = Boolean.TRUE.equals(request.isOnboardingComplete());
    }

    void completeOnboarding() {
        isOnboardingComplete = true;
    }

    void delete() {
        deletedAt = Instant.now();
    }

    public String getName() {
        return name;
    }

    public String getSlug() {
        return slug;
    }

    public @Nullable String getDisplayName() {
        return displayName;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable String getWebsite() {
        return website;
    }

    public @Nullable String getLogoUrl() {
        return logoUrl;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public @Nullable String getPhone() {
        return phone;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public @Nullable String getDomain() {
        return domain;
    }

    public boolean isOnboardingComplete() {
        return isOnboardingComplete;
    }

    public boolean isActive() {
        return isActive && deletedAt == null;
    }

    public UUID getOwnerId() {
        return ownerId;
    }
}
