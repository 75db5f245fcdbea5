package ai.rhesis.backend.integration.provider;

/// The problem of an answer that does not mean one thing by its schema.
final class UnreadableAnswerException extends Exception {

    UnreadableAnswerException(String problem) {
        super(problem);
    }
}
