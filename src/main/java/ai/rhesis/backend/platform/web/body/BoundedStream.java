package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.problem.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.HttpStatus;

/// A body that ends the request with 413 instead of growing without end.
public class BoundedStream extends FilterInputStream {

    private final int megabytes;
    private long read;

    public BoundedStream(InputStream body, int megabytes) {
        super(body);
        this.megabytes = megabytes;
    }

    @Override
    public int read() throws IOException {
        return (int) counted(super.read(), 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        return (int) counted(count, count);
    }

    private long counted(long result, long count) {
        read += Math.max(0, count);
        long most = megabytes * 1024L * 1024;
        if (read > most) {
            throw Problem.of(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than " + megabytes + " MB")
                    .with("limit_bytes", most)
                    .exception();
        }
        return result;
    }
}
