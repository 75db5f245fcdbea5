package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.annotation.tag.TagReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The tags and counts of the objects of a page.
public record Attachments(Map<UUID, List<TagReference>> tags, Map<UUID, Counts> counts) {

    public Attached of(UUID id) {
        return new Attached(tags.getOrDefault(id, List.of()), counts.getOrDefault(id, Counts.NONE));
    }
}
