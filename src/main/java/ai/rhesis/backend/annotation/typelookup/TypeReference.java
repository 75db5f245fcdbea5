package ai.rhesis.backend.annotation.typelookup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// A value of a named type as it is named on the object that has it.
@Embeddable
public record TypeReference(
        @Column(insertable = false, updatable = false) UUID id,
        @Column(insertable = false, updatable = false) String nanoId,
        @Column(insertable = false, updatable = false) String typeName,
        @Column(insertable = false, updatable = false) String typeValue) {}
