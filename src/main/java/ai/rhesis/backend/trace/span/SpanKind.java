package ai.rhesis.backend.trace.span;

/// The role of a span between services, in the words of OpenTelemetry.
public enum SpanKind {
    INTERNAL,
    SERVER,
    CLIENT,
    PRODUCER,
    CONSUMER
}
