package ai.rhesis.backend.run.comparison;

import ai.rhesis.backend.platform.secrets.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/// The ids of comparisons and of their pairs: equal inputs have one id.
final class ComparisonId {

    private ComparisonId() {}

    /// Makes a UUID of version 8 out of a hash of two runs, all that their pairs are made of, and what is asked of
    /// them.
    static UUID of(UUID candidate, UUID baseline, String inputs, String parameters) {
        ByteBuffer hash = ByteBuffer.wrap(
                Sha256.of(String.join("\n", candidate.toString(), baseline.toString(), inputs, parameters)));
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
