package ai.rhesis.backend.workspace.project;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project as it is named on what is in it.
@Embeddable
public record ProjectReference(
        @Column(insertable = false, updatable = false) UUID id,
        @Column(insertable = false, updatable = false) String nanoId,
        @Column(insertable = false, updatable = false) String name,

        @Column(insertable = false, updatable = false) @Nullable
        String icon) {}
