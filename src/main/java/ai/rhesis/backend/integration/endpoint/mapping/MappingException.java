package ai.rhesis.backend.integration.endpoint.mapping;

/// A mapping that can't be used; the message says where in it, as a JSON pointer, and why.
public final class MappingException extends RuntimeException {

    private final boolean isTooComplex;

    MappingException(String pointer, String message) {
        this(pointer, message, false);
    }

    MappingException(String pointer, String message, boolean isTooComplex) {
        super(pointer.isEmpty() ? message : "at " + pointer + ": " + message);
        this.isTooComplex = isTooComplex;
    }

    /// Tells whether the mapping would take more work than it may, and is not just wrong for this document.
    public boolean isTooComplex() {
        return isTooComplex;
    }
}
