package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.suite.generation.TestKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation that a test is to be made of.
///
/// @param endpointId the endpoint that it was held with; accepted and left
record ConversationRequest(
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Said> messages,
        @Nullable UUID endpointId,

        @Pattern(regexp = TestKind.SPELLINGS, message = TestKind.MESSAGE)
        String testType) {

    ConversationRequest {
        testType = Objects.requireNonNullElse(testType, TestKind.MULTI_TURN.type());
    }

    /// A message of the conversation.
    record Said(
            @NotNull @Pattern(regexp = "user|assistant|system", message = "must be user, assistant or system")
            String role,

            @NotNull @Size(max = 100_000) String content) {}

    // Spring logs requests at debug level.
    @Override
    public String toString() {
        return "ConversationRequest[" + messages.size() + " messages]";
    }
}
