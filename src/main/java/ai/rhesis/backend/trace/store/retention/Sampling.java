package ai.rhesis.backend.trace.store.retention;

import ai.rhesis.backend.trace.span.TraceKey;
import java.util.Map;
import java.util.UUID;

/// The shares of traces that projects keep. The trace id decides, so that a trace is kept whole or not at all, whoever
/// brings which of its spans, and whenever.
public record Sampling(Map<UUID, Double> shares) {

    private static final double RANGE = 0x1p53;
    private static final int UNUSED_BITS = 11;

    public boolean keeps(TraceKey trace) {
        return number(trace.traceId()) < shares.getOrDefault(trace.projectId(), 1.0);
    }

    /// Returns a number from 0 up to 1. Ids need not be random for it: some senders count, or begin with the time.
    static double number(String traceId) {
        long high = Long.parseUnsignedLong(traceId, 0, 16, 16);
        long low = Long.parseUnsignedLong(traceId, 16, 32, 16);
        return (mixed(mixed(high) + low) >>> UNUSED_BITS) / RANGE;
    }

    /// Mixes the bits as the finalizer of MurmurHash3 does.
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
