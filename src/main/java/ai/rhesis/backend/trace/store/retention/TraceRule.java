package ai.rhesis.backend.trace.store.retention;

import org.jspecify.annotations.Nullable;

/// The rule for the traces of a project, or of all projects that say nothing themselves.
///
/// @param retentionDays the days that a trace is kept after its last span came; null where nothing is said
/// @param sampleShare the share of traces that is kept, from 0 to 1; null where nothing is said
record TraceRule(@Nullable Integer retentionDays, @Nullable Double sampleShare) {

    static final TraceRule NONE = new TraceRule(null, null);

    TraceRule or(TraceRule wider) {
        return new TraceRule(
                retentionDays == null ? wider.retentionDays : retentionDays,
                sampleShare == null ? wider.sampleShare : sampleShare);
    }
}
