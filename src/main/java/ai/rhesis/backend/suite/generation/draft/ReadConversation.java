package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.suite.generation.WrittenCase;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A test that a conversation suggests; nothing of it is stored.
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReadConversation(
        String testType,
        String requirement,
        String category,
        String topic,
        @Nullable String promptContent,
        @Nullable String expectedResponse,
        WrittenCase.@Nullable Conversation testConfiguration) {}
