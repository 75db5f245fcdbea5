package ai.rhesis.backend.suite.source.extraction;

/// A document whose text is not to be had; the message says why, as the end of a sentence that begins with the file.
public final class UnreadableDocumentException extends RuntimeException {

    UnreadableDocumentException(String message) {
        super(message);
    }
}
