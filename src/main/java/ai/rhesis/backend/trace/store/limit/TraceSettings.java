package ai.rhesis.backend.trace.store.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.Assert;

/// `rhesis.traces`: how long traces are kept and how much of them, where projects and organizations say nothing.
///
/// @param retentionDays the days that a trace is kept after its last span came
/// @param maxAttribute the characters of a text
/// @param maxSpan the characters of a span
/// @param maxSpans the spans of a trace
@ConfigurationProperties("rhesis.traces")
public record TraceSettings(int retentionDays, int maxAttribute, int maxSpan, int maxSpans) {

    /// The spans of one transaction, of which a trace holds at least as many.
    public static final int BATCH = 1_000;

    /// A trace's sums of tokens and cost stay in the range of their columns up to here.
    private static final int MAX_SPANS = 100_000;

    private static final int MAX_RETENTION_DAYS = 36_500;
    private static final int MIN_TEXT = 100;

    public TraceSettings {
        Assert.isTrue(
                retentionDays >= 1 && retentionDays <= MAX_RETENTION_DAYS,
                "rhesis.traces.retention-days must be between 1 and " + MAX_RETENTION_DAYS);
        Assert.isTrue(maxAttribute >= MIN_TEXT, "rhesis.traces.max-attribute must be at least " + MIN_TEXT);
        Assert.isTrue(maxSpan >= maxAttribute, "rhesis.traces.max-span must be at least rhesis.traces.max-attribute");
        Assert.isTrue(
                maxSpans >= BATCH && maxSpans <= MAX_SPANS,
                "rhesis.traces.max-spans must be between %d and %d".formatted(BATCH, MAX_SPANS));
    }
}
