package ai.rhesis.backend.platform.persistence;

import java.util.UUID;

/// The event, inside the transaction, of an object's removal for good together with what only describes it.
public record Purged(Class<? extends TenantEntity> type, UUID id) {}
