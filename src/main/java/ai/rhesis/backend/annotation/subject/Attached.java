package ai.rhesis.backend.annotation.subject;

import ai.rhesis.backend.annotation.tag.TagReference;
import java.util.List;

/// The tags and counts of one object.
public record Attached(List<TagReference> tags, Counts counts) {

    public static final Attached NOTHING = new Attached(List.of(), Counts.NONE);
}
