package ai.rhesis.backend.platform.persistence;

import java.util.UUID;

/// Told, inside the transaction, when an object was removed for good, and with it what only describes it.
public record Purged(Class<? extends TenantEntity> type, UUID id) {}
