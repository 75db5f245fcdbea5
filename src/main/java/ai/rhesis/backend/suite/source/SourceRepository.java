package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface SourceRepository extends TenantRepository<KnowledgeSource> {

    /// Finds sources with their types and who made them.
    @Query("""
            select new ai.rhesis.backend.suite.source.SourceView(s, s.fileType, s.fileSize, y.reference, u.reference)
            from KnowledgeSource s
            left join TypeLookup y on y.id = s.sourceTypeId
            left join User u on u.id = s.userId
            where s.id in :ids
            """)
    List<SourceView> findViews(Collection<UUID> ids);

    /// Reads the text of a source, deleted or not.
    @Query(nativeQuery = true, value = "select s.content from app.source s where s.id = :id")
    @Nullable
    String findContent(UUID id);

    /// Reads the texts of the living ones of these sources.
    @Query(nativeQuery = true, value = """
            select s.id, s.title, s.content
            from app.source s
            where s.id = any(cast(:ids as uuid[])) and s.deleted_at is null
            """)
    List<SourceContent> findContents(UUID[] ids);

    /// Writes the text of a source that this transaction has locked.
    @Modifying
    @Query(nativeQuery = true, value = """
            update app.source s
            set content = cast(:content as text),
                content_hash = encode(sha256(convert_to(cast(:content as text), 'UTF8')), 'hex')
            where s.id = :id
            """)
    void writeContent(UUID id, @Nullable String content);
}
