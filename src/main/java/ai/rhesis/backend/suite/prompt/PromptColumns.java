package ai.rhesis.backend.suite.prompt;

import ai.rhesis.backend.platform.persistence.Columns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Many new prompts, column by column.
record PromptColumns(
        UUID[] ids,
        String[] nanoIds,
        @Nullable String[] contents,
        @Nullable String[] languageCodes,
        @Nullable String[] expectedResponses) {

    static PromptColumns of(List<PromptRequest> prompts) {
        return new PromptColumns(
                Columns.newIds(prompts.size()),
                Columns.newNanoIds(prompts.size()),
                Columns.texts(prompts, PromptRequest::content),
                Columns.texts(prompts, PromptRequest::languageCode),
                Columns.texts(prompts, PromptRequest::expectedResponse));
    }
}
