package ai.rhesis.backend.platform.statistics;

/// The pairs of one topic, or of whatever tests are alike by: their number, and the sum of their differences.
public record Cluster(long n, double sum) {}
