package ai.rhesis.backend.integration.endpoint.mapping;

/// A mapping that can't be used; the message says where in it, as a JSON pointer, and why.
public final class MappingException extends RuntimeException {

    MappingException(String pointer, String message) {
        super(pointer.isEmpty() ? message : "at " + pointer + ": " + message);
    }
}
