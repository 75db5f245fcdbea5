package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface StoredFileRepository extends TenantRepository<StoredFile> {

    /// Reads the position after the last file of an object.
    @Query("""
            select coalesce(max(f.position) + 1, 0)
            from StoredFile f
            where f.entityType = :type and f.entityId = :id
            """)
    int nextPosition(String type, UUID id);

    /// Finds the first file of an object.
    @Query("""
            select f
            from StoredFile f
            where f.entityType = :type and f.entityId = :id
            order by f.position, f.id
            limit 1
            """)
    Optional<StoredFile> findFirst(String type, UUID id);

    /// Finds the first files of an object in their order.
    @Query("""
            select new ai.rhesis.backend.annotation.file.AttachedFile(
                f.filename, f.contentType, f.sizeBytes, f.contentHash)
            from StoredFile f
            where f.entityType = :type and f.entityId = :id
            order by f.position, f.id
            limit :count
            """)
    List<AttachedFile> findAttached(String type, UUID id, int count);

    /// Notes a content, or locks its note, so that nobody forgets it until this transaction ends.
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.file_content (content_hash, size_bytes)
            values (:hash, :size)
            on conflict (organization_id, content_hash) do update set size_bytes = excluded.size_bytes
            """)
    void noteContent(String hash, long size);

    /// Locks and lists the contents that no file refers to.
    @Query(nativeQuery = true, value = """
            select c.content_hash
            from app.file_content c
            where not exists (select from app.file f
                              where f.organization_id = c.organization_id and f.content_hash = c.content_hash)
            order by c.content_hash
            for update
            """)
    List<String> lockUnusedContents();

    /// Forgets the contents that are still unused. A file may have come to refer to one while the lock was awaited.
    @Query(nativeQuery = true, value = """
            delete from app.file_content c
            where c.content_hash = any(cast(:hashes as text[]))
              and not exists (select from app.file f
                              where f.organization_id = c.organization_id and f.content_hash = c.content_hash)
            returning c.content_hash
            """)
    List<String> forgetUnusedContents(String[] hashes);
}
