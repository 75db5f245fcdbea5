package ai.rhesis.backend.platform.query;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/// Another object as it is named beside the one that points at it. Entities hold theirs for queries, which select it as
/// `s.reference`; it is null where an outer join found no row.
@Embeddable
public record Reference(
        @Column(insertable = false, updatable = false) UUID id,
        @Column(insertable = false, updatable = false) String nanoId,
        @Column(insertable = false, updatable = false) String name) {}
