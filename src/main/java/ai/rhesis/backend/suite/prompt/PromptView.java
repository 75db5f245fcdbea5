package ai.rhesis.backend.suite.prompt;

import ai.rhesis.backend.annotation.subject.Attached;
import ai.rhesis.backend.platform.query.Reference;
import java.util.List;

/// A prompt with its categories, the first of which is its `category_id`, and what it carries.
public record PromptView(Prompt prompt, List<Reference> categories, Attached attached) {}
