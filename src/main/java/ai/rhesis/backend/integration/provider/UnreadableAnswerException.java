package ai.rhesis.backend.integration.provider;

/// The problem of an answer that does not mean what was asked for. The message tells it to the model.
public final class UnreadableAnswerException extends Exception {

    public UnreadableAnswerException(String problem) {
        super(problem);
    }
}
