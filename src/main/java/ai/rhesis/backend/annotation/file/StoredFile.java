package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/// A file attached to an object. It holds the hash of its content, under which the store keeps it.
@Entity
@Table(name = "file")
@Resource(name = "File", path = "/files")
class StoredFile extends TenantEntity {

    @Column(updatable = false)
    private String filename;

    @Column(updatable = false)
    private String contentType;

    @Column(updatable = false)
    private long sizeBytes;

    @Column(updatable = false)
    private String contentHash;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private String entityType;

    @Column(updatable = false)
    private UUID entityId;

    protected StoredFile() {}

    StoredFile(ReceivedFile received, String entityType, UUID entityId, int position) {
        this.filename = received.filename();
        this.contentType = received.contentType();
        this.sizeBytes = received.sizeBytes();
        this.contentHash = received.contentHash();
        this.entityType = entityType;
        this.entityId = entityId;
        this.position = position;
    }

    @Override
    public String getName() {
        return filename;
    }

    public String getContentType() {
        return contentType;
    }

    public long getSizeBytes() {
        return sizeBytes;
    }

    /// Returns the SHA-256 of the content in lower-case hexadecimal.
    public String getContentHash() {
        return contentHash;
    }

    /// Returns the place among the files of its object.
    public int getPosition() {
        return position;
    }

    public String getEntityType() {
        return entityType;
    }

    public UUID getEntityId() {
        return entityId;
    }
}
