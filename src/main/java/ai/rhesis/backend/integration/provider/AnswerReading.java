package ai.rhesis.backend.integration.provider;

import tools.jackson.databind.JsonNode;

/// A way to read the text of an answer.
@FunctionalInterface
public interface AnswerReading {

    /// @throws UnreadableAnswerException when the model is to be asked again
    JsonNode read(String text) throws UnreadableAnswerException;

    /// Tells whether an answer that was cut off by the token limit is read as far as it goes.
    default boolean takesPart() {
        return false;
    }
}
