package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.platform.query.Joined;
import java.util.UUID;

/// The type lookup that names the provider of a model.
public record ProviderType(UUID id, String typeName, String typeValue) implements Joined {}
