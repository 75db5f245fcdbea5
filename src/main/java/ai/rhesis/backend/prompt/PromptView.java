package ai.rhesis.backend.prompt;

import ai.rhesis.backend.attachment.Attached;
import ai.rhesis.backend.query.Reference;
import java.util.List;

/// A prompt with its categories, the first of which is its `category_id`, and what it carries.
public record PromptView(Prompt prompt, List<Reference> categories, Attached attached) {}
