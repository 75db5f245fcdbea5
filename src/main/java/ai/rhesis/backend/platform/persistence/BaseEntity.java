package ai.rhesis.backend.platform.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;

/// A stored object: its two ids, its two times and its version.
@MappedSuperclass
public abstract class BaseEntity {

    @Id
    private UUID id = newId();

    @Column(updatable = false)
    private String nanoId = NanoIds.next();

    @CreationTimestamp
    @Column(updatable = false)
    private Instant createdAt;

    @UpdateTimestamp
    private Instant updatedAt;

    @Version
    private @Nullable Long version;

    /// Creates a time-ordered id (UUID version 7).
    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    public UUID getId() {
        return id;
    }

    /// Takes an id that the client made; only before the object is first stored.
    protected void identify(@Nullable UUID clientMade) {
        if (clientMade != null) {
            id = clientMade;
        }
    }

    public String getNanoId() {
        return nanoId;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    /// Counts as changed although none of its own columns did, because something that belongs to it was.
    public void touch() {
        updatedAt = Instant.now();
    }

    /// Returns how often this object was changed since it was made.
    public long getVersion() {
        return version == null ? 0 : version;
    }

    boolean isNew() {
        return version == null;
    }
}
