package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resources;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The tags and counts of objects, read in one query for any number of them.
@Service
@Transactional(readOnly = true)
public class AttachmentService {

    private final SubjectQueries subjects;

    AttachmentService(SubjectQueries subjects) {
        this.subjects = subjects;
    }

    public <T extends Taggable & Subject> Attachments of(Class<T> type, Collection<UUID> ids) {
        return new Attachments(ids.isEmpty() ? Map.of() : subjects.attached(Resources.name(type), ids));
    }
}
