package ai.rhesis.backend.platform.statistics;

/// A figure with its confidence interval.
public record Estimate(double value, Interval ci) {}
