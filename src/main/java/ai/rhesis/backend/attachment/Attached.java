package ai.rhesis.backend.attachment;

import ai.rhesis.backend.subject.Counts;
import ai.rhesis.backend.tag.TagReference;
import java.util.List;

/// What one object carries.
public record Attached(List<TagReference> tags, Counts counts) {

    public static final Attached NOTHING = new Attached(List.of(), Counts.NONE);
}
