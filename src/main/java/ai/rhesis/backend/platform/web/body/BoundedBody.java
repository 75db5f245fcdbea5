package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.commons.io.input.BoundedInputStream;
import org.springframework.http.HttpStatus;

/// Bodies of bounded size: reading beyond the bound ends the request with 413.
public final class BoundedBody {

    private static final long MEGABYTE = 1024 * 1024;

    private BoundedBody() {}

    /// Bounds a body to so many megabytes.
    public static InputStream of(InputStream body, int megabytes) {
        long limit = megabytes * MEGABYTE;
        try {
            // one more than allowed, for whoever reads to the end of a body asks once more behind its last byte
            return BoundedInputStream.builder()
                    .setInputStream(body)
                    .setMaxCount(limit + 1)
                    .setOnMaxCount((max, count) -> {
                        throw tooLarge(megabytes, limit).exception();
                    })
                    .get();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Problem tooLarge(int megabytes, long limit) {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + megabytes + " MB")
                .with("limit_bytes", limit);
    }
}
