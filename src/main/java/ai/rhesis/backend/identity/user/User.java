package ai.rhesis.backend.identity.user;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.security.Role;
import ai.rhesis.backend.platform.security.SessionUser;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A person as one organization sees them: a member, or somebody invited who has not joined yet.
///
/// The password and all else that a login needs are out of reach of this entity.
@Entity
@Table(name = "membership")
@AttributeOverride(name = "id", column = @Column(name = "user_id", updatable = false))
@Resource(name = "User", path = "/users")
public class User extends BaseEntity {

    @TenantId
    @Column(updatable = false)
    private UUID organizationId;

    @Column(updatable = false)
    private String email;

    @Column(insertable = false, updatable = false)
    private String emailKey;

    private @Nullable String name;
    private @Nullable String givenName;
    private @Nullable String familyName;
    private @Nullable String picture;

    @Enumerated(EnumType.STRING)
    private Role role;

    /// The role as a text, for filters.
    @Column(name = "role", insertable = false, updatable = false)
    private String roleText;

    private boolean isActive;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, @Nullable Object> settings = Map.of();

    @Column(updatable = false)
    private boolean isEmailVerified;

    @Column(updatable = false)
    private @Nullable Instant joinedAt;

    @Column(updatable = false)
    private @Nullable Instant lastLoginAt;

    private @Nullable UserReference reference;

    protected User() {}

    /// Creates an invited user, who becomes active by joining.
    User(UserRequest request) {
        email = request.email();
        role = Role.MEMBER;
        describe(request);
    }

    final void describe(UserRequest request) {
        name = request.name();
        givenName = request.givenName();
        familyName = request.familyName();
        picture = request.picture();
        role = request.role() == null ? role : request.role();
    }

    void change(UserRequest request) {
        describe(request);
        isActive = request.isActive() == null ? isActive : request.isActive();
    }

    void deactivate() {
        isActive = false;
    }

    void keepSettings(Map<String, @Nullable Object> changed) {
        settings = changed;
    }

    boolean hasJoined() {
        return joinedAt != null;
    }

    boolean isActiveOwner() {
        return isActive && role == Role.OWNER;
    }

    SessionUser inSession() {
        return new SessionUser(getId(), email, name, picture, organizationId, isEmailVerified);
    }

    public UUID getOrganizationId() {
        return organizationId;
    }

    public String getEmail() {
        return email;
    }

    public @Nullable String getName() {
        return name;
    }

    public @Nullable String getGivenName() {
        return givenName;
    }

    public @Nullable String getFamilyName() {
        return familyName;
    }

    public @Nullable String getPicture() {
        return picture;
    }

    public Role getRole() {
        return role;
    }

    public boolean isActive() {
        return isActive;
    }

    Map<String, @Nullable Object> getSettings() {
        return settings;
    }

    public boolean isEmailVerified() {
        return isEmailVerified;
    }

    public @Nullable Instant getJoinedAt() {
        return joinedAt;
    }

    public @Nullable Instant getLastLoginAt() {
        return lastLoginAt;
    }
}
