package ai.rhesis.backend.prompt;

import ai.rhesis.backend.query.Reference;
import ai.rhesis.backend.subject.Counts;
import ai.rhesis.backend.tag.TagReference;
import java.util.List;

/// A prompt with its categories, the first of which is its `category_id`, its tags and what is about it.
public record PromptView(Prompt prompt, List<Reference> categories, List<TagReference> tags, Counts counts) {}
