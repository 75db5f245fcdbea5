package ai.rhesis.backend.attachment;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import ai.rhesis.backend.subject.CountService;
import ai.rhesis.backend.subject.Counts;
import ai.rhesis.backend.subject.Subject;
import ai.rhesis.backend.tag.TagReference;
import ai.rhesis.backend.tag.TagService;
import ai.rhesis.backend.tag.Taggable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what the objects of a page carry, in two queries however many they are.
@Service
@Transactional(readOnly = true)
public class AttachmentService {

    private final TagService tags;
    private final CountService counts;

    AttachmentService(TagService tags, CountService counts) {
        this.tags = tags;
        this.counts = counts;
    }

    /// What each of the objects carries, by its id.
    public <T extends Taggable & Subject> Map<UUID, Attached> of(Class<T> type, Collection<UUID> ids) {
        Map<UUID, List<TagReference>> tagsById = tags.tagsOf(type, ids);
        Map<UUID, Counts> countsById = counts.of(type, ids);
        return ids.stream()
                .collect(toMap(
                        identity(),
                        id -> new Attached(
                                tagsById.getOrDefault(id, List.of()), countsById.getOrDefault(id, Counts.NONE))));
    }
}
