package ai.rhesis.backend.integration.endpoint;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.platform.problem.Problem;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question to an endpoint. Keys of other names are parameters, like those of the object `params`.
record InvokeRequest(
        @Size(max = 1_000_000) String input,

        @JsonAlias({"session_id", "thread_id", "chat_id"}) @Nullable
        String conversationId,

        @Nullable List<@NotNull Message> messages,
        @Nullable Map<String, Object> params,
        @JsonAnySetter @Nullable Map<String, Object> others) {

    /// @throws ProblemException 400 without an input
    Question toQuestion() {
        if (input == null) {
            throw Problem.badRequest("input", "input is required").exception();
        }
        Map<String, Object> all = new HashMap<>(others == null ? Map.of() : others);
        all.putAll(params == null ? Map.of() : params);
        return new Question(input, messages == null ? List.of(Message.user(input)) : messages, conversationId, all);
    }
}
