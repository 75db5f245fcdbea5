package ai.rhesis.backend.platform.web;

import ai.rhesis.backend.platform.persistence.TenantEntity;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/// The fields that every object of an organization has in an answer.
public record Identity(
        UUID id,
        String nanoId,
        Instant createdAt,
        Instant updatedAt,
        UUID organizationId,
        UUID userId,
        @JsonIgnore long revision) {

    public static Identity of(TenantEntity entity) {
        return new Identity(
                entity.getId(),
                entity.getNanoId(),
                entity.getCreatedAt(),
                entity.getUpdatedAt(),
                entity.getOrganizationId(),
                entity.getUserId(),
                entity.getVersion());
    }
}
