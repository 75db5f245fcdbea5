package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.egress.CallException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/// A call as it is sent.
///
/// @param callId the id by which the program knows it
/// @param deadline of the answer, as [System#nanoTime()]
record CallText(String callId, String frame, long deadline) {

    // which is what clients take
    static final int MAX_BYTES = 1024 * 1024;

    /// @throws CallException when the program would not take it
    CallText {
        if (frame.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw CallException.configuration("the inputs are larger than 1 MiB, which is more than the SDK takes");
        }
    }

    static String newFunctionId() {
        return "test_" + random();
    }

    static String newMetricId() {
        return "metric_" + random();
    }

    private static String random() {
        return "%012x".formatted(ThreadLocalRandom.current().nextLong() & 0xFFFF_FFFF_FFFFL);
    }

    long remainingNanos() {
        return deadline - System.nanoTime();
    }
}
