package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.ProjectEntity;
import ai.rhesis.backend.platform.persistence.Resource;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A text that tests are generated from, such as a policy of an insurance. Its content is no part of this object but of
/// its row, because lists of sources never read it.
@Entity
@Table(name = "source")
@Resource(name = "Source", path = "/sources")
public class KnowledgeSource extends ProjectEntity implements Taggable, Subject {

    private String title;

    @Column(insertable = false, updatable = false)
    private String titleKey;

    private @Nullable String description;
    private @Nullable UUID sourceTypeId;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Map<String, @Nullable Object> sourceMetadata;

    @Column(insertable = false, updatable = false)
    private @Nullable String fileType;

    @Column(insertable = false, updatable = false)
    private @Nullable Integer fileSize;

    protected KnowledgeSource() {}

    KnowledgeSource(SourceRequest request) {
        identify(request.id());
        change(request);
    }

    final void change(SourceRequest request) {
        title = request.title();
        description = request.description();
        sourceTypeId = request.sourceTypeId();
        sourceMetadata = request.sourceMetadata();
        putInto(request.projectId());
    }

    @Override
    public String getName() {
        return title;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public @Nullable UUID getSourceTypeId() {
        return sourceTypeId;
    }

    /// Returns what is known of where the text came from, such as the name and size of a file.
    public @Nullable Map<String, @Nullable Object> getSourceMetadata() {
        return sourceMetadata;
    }
}
