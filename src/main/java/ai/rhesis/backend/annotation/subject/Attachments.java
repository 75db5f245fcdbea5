package ai.rhesis.backend.annotation.subject;

import java.util.Map;
import java.util.UUID;

/// The tags and counts of the objects of a page.
public record Attachments(Map<UUID, Attached> byId) {

    public Attached of(UUID id) {
        return byId.getOrDefault(id, Attached.NOTHING);
    }
}
