package ai.rhesis.backend.suite.prompt;

import ai.rhesis.backend.platform.query.Reference;
import java.util.UUID;

/// One category of one prompt.
record PromptCategoryView(UUID promptId, UUID categoryId, String nanoId, String name) {

    Reference category() {
        return new Reference(categoryId, nanoId, name);
    }
}
