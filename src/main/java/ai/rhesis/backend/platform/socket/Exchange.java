package ai.rhesis.backend.platform.socket;

import ai.rhesis.backend.platform.security.Caller;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// A message of a client to a feature, and the way back to the connection that it came by.
///
/// @param caller its sender, whose rights were read for this message
public record Exchange(Caller caller, JsonNode payload, Consumer<Frame> answers) {

    /// Answers with a message that carries the correlation id of the question.
    public void answer(String type, Object payload) {
        answers.accept(Frame.of(type, payload));
    }
}
