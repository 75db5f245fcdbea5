package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.UUID;

/// A file as a client reads it; its content has a path of its own.
record StoredFileResponse(
        Identity identity,
        String filename,
        String contentType,
        long sizeBytes,
        String contentHash,
        int position,
        String entityType,
        UUID entityId)
        implements Identified {

    static StoredFileResponse of(StoredFile file) {
        return new StoredFileResponse(
                Identity.of(file),
                file.getName(),
                file.getContentType(),
                file.getSizeBytes(),
                file.getContentHash(),
                file.getPosition(),
                file.getEntityType(),
                file.getEntityId());
    }
}
