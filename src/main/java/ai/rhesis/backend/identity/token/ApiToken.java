package ai.rhesis.backend.identity.token;

import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.secrets.OrganizationSecret;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A token of a user; of its secret only the hash is kept.
@Entity
@Table(name = "api_token")
@Resource(name = "Token", path = "/tokens", restorable = false)
class ApiToken extends ProjectEntity {

    private String name;
    private byte[] tokenHash;
    private String tokenObfuscated;

    // a set: Hibernate keeps one column type for List<String>, which other entities store as text[]
    @JdbcTypeCode(SqlTypes.JSON)
    private Set<String> scopes;

    private @Nullable Instant expiresAt;
    private @Nullable Instant lastRefreshedAt;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    protected ApiToken() {}

    ApiToken(TokenRequest request, OrganizationSecret secret) {
        identify(request.id());
        putInto(request.projectId());
        name = request.name();
        scopes = request.scopes() == null ? Set.of() : new LinkedHashSet<>(request.scopes());
        expiresAt = inDays(request.expiresInDays());
        keep(secret);
    }

    void rename(TokenNameRequest request) {
        name = request.name();
    }

    /// Takes a new secret; the old one is worthless from now on. Without a number of days it lasts as long as before.
    void refresh(OrganizationSecret secret, @Nullable Integer expiresInDays) {
        expiresAt = expiresInDays == null ? renewed() : inDays(expiresInDays);
        lastRefreshedAt = now();
        keep(secret);
    }

    private void keep(OrganizationSecret secret) {
        tokenHash = secret.hash();
        tokenObfuscated = secret.obfuscated();
    }

    private @Nullable Instant renewed() {
        Instant begin = Objects.requireNonNullElse(lastRefreshedAt, getCreatedAt());
        return expiresAt == null ? null : now().plus(Duration.between(begin, expiresAt));
    }

    private static @Nullable Instant inDays(@Nullable Integer days) {
        return days == null ? null : now().plus(Duration.ofDays(days));
    }

    /// Returns the time in the precision of the database, so that the answer now equals what is read later.
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public String getName() {
        return name;
    }

    String getTokenObfuscated() {
        return tokenObfuscated;
    }

    List<String> getScopes() {
        return List.copyOf(scopes);
    }

    @Nullable
    Instant getExpiresAt() {
        return expiresAt;
    }

    @Nullable
    Instant getLastRefreshedAt() {
        return lastRefreshedAt;
    }

    @Nullable
    Instant getLastUsedAt() {
        return lastUsedAt;
    }
}
