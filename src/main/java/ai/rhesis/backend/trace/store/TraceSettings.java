package ai.rhesis.backend.trace.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/// `rhesis.traces`: how long traces are kept and how much of them, where projects and organizations say nothing.
///
/// @param retentionDays the days that a trace is kept after its last span came
/// @param maxAttribute the characters of a text
/// @param maxSpan the characters of a span
/// @param maxSpans the spans of a trace
@ConfigurationProperties("rhesis.traces")
record TraceSettings(int retentionDays, int maxAttribute, int maxSpan, int maxSpans) {

    /// A trace's sums of tokens and cost stay in the range of their columns up to here.
    private static final int MAX_SPANS = 100_000;

    private static final int MAX_RETENTION_DAYS = 36_500;
    private static final int MIN_TEXT = 100;

    TraceSettings {
        Assert.isTrue(
                retentionDays >= 1 && retentionDays <= MAX_RETENTION_DAYS,
                "rhesis.traces.retention-days must be between 1 and " + MAX_RETENTION_DAYS);
        Assert.isTrue(maxAttribute >= MIN_TEXT, "rhesis.traces.max-attribute must be at least " + MIN_TEXT);
        Assert.isTrue(maxSpan >= maxAttribute, "rhesis.traces.max-span must be at least rhesis.traces.max-attribute");
        Assert.isTrue(
                maxSpans >= SpanStore.BATCH && maxSpans <= MAX_SPANS,
                "rhesis.traces.max-spans must be between %d and %d".formatted(SpanStore.BATCH, MAX_SPANS));
    }
}
