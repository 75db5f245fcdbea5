package ai.rhesis.backend.trace.span;

/// The outcome of a span, in the words of OpenTelemetry.
public enum StatusCode {
    UNSET,
    OK,
    ERROR
}
