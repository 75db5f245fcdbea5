package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.egress.CallException;

/// An answer of a model.
///
/// @param text all that it said, without what it thought; empty only where the ending explains it
public record Reply(String text, Ending ending, Usage usage) {

    /// Returns the answer as the output of a model under test, whose refusal is an output like any other.
    ///
    /// @throws CallException when it is not a whole answer
    public String output() {
        if (ending == Ending.CUT_OFF || text.isBlank() && ending != Ending.COMPLETE) {
            throw CallException.answer("the answer " + ending.explanation());
        }
        return text;
    }

    /// The ways in which an answer ends.
    public enum Ending {
        COMPLETE("is complete"),
        CUT_OFF("was cut off by the token limit"),
        FILTERED("was withheld by the provider's content filter"),
        REFUSED("is a refusal of the model");

        private final String explanation;

        Ending(String explanation) {
            this.explanation = explanation;
        }

        /// Returns a predicate for sentences about the answer.
        public String explanation() {
            return explanation;
        }
    }
}
