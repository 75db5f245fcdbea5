package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.annotation.tag.TagService;
import ai.rhesis.backend.annotation.tag.Taggable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tags and counts of objects, read in two queries for any number of them.
@Service
@Transactional(readOnly = true)
public class AttachmentService {

    private final TagService tags;
    private final CountService counts;

    AttachmentService(TagService tags, CountService counts) {
        this.tags = tags;
        this.counts = counts;
    }

    public <T extends Taggable & Subject> Attachments of(Class<T> type, Collection<UUID> ids) {
        return new Attachments(tags.tagsOf(type, ids), counts.of(type, ids));
    }

    /// Reads the tags and counts of one object, by queries that are planned only once.
    public <T extends Taggable & Subject> Attached of(Class<T> type, UUID id) {
        return new Attached(tags.tagsOf(type, id), counts.of(type, id));
    }
}
