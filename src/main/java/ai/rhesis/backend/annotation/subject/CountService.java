package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.platform.persistence.Resources;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The counts of objects, made whenever they are read and never stored.
@Service
@Transactional(readOnly = true)
public class CountService {

    private final SubjectQueries subjects;

    CountService(SubjectQueries subjects) {
        this.subjects = subjects;
    }

    /// Counts for many objects of one type in one query.
    public Map<UUID, Counts> of(Class<? extends Subject> type, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : subjects.counts(Resources.name(type), ids);
    }
}
