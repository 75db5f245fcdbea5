package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.web.body.PackedBody;
import com.google.protobuf.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// The bodies of exports, unpacked and read on the bounded pool: a small one may be a bomb.
@Component
class OtlpBodies {

    /// The size of a body that the protocol recommends to take, as it is sent and as it is unpacked.
    private static final int MEGABYTES = 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ComputePool pool;

    OtlpBodies(ComputePool pool) {
        this.pool = pool;
    }

    /// Reads a message, and what it holds.
    ///
    /// @param into the builder of the message
    /// @throws ProblemException 400 and 422 for what is no such message, 413 for what is too large, 503
    /// when too many wait to be read
    <B extends Message.Builder, T> T read(PackedBody body, B into, Function<B, T> reading) throws IOException {
        byte[] received = body.receive(MEGABYTES);
        try {
            return pool.call(
                    () -> {
                        OtlpFormat.of(body.type()).read(body.unpack(received, MEGABYTES), into);
                        return reading.apply(into);
                    },
                    TIMEOUT);
        } catch (TooComplexException late) {
            throw Problem.invalid(
                            "", "takes longer to read than %d s; send smaller batches".formatted(TIMEOUT.toSeconds()))
                    .exception();
        }
    }
}
