package ai.rhesis.backend.metric.assertion;

/// A mistake in a field of a metric that names an assertion.
public record Flaw(String field, String message) {}
