package ai.rhesis.backend.suite.generation;

/// The event of tests that a model wrote.
public record TestsGenerated(int tests) {}
