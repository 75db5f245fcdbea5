package ai.rhesis.backend.platform.egress;

import java.io.IOException;
import okhttp3.Response;
import okio.BufferedSource;

/// The body of an answer, whoever gave it.
public final class AnswerBody {

    private static final int MEGABYTE = 1024 * 1024;

    private AnswerBody() {}

    /// Buffers the whole body in memory.
    ///
    /// @throws CallException when it is larger than 1 MB after decompression
    public static BufferedSource read(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(MEGABYTE + 1L)) {
            throw CallException.answer("the answer is larger than 1 MB");
        }
        return source;
    }
}
