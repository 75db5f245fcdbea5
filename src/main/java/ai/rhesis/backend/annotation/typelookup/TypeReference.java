package ai.rhesis.backend.annotation.typelookup;

import ai.rhesis.backend.platform.query.Joined;
import java.util.UUID;

/// A value of a named type as it is named on the object that has it.
public record TypeReference(UUID id, String nanoId, String typeName, String typeValue) implements Joined {}
