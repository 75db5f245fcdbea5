package ai.rhesis.backend.metric.assertion;

/// What is wrong with a field of a metric that names an assertion.
public record Flaw(String field, String message) {}
