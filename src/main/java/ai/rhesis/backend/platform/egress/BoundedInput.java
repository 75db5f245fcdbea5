package ai.rhesis.backend.platform.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream of bounded length, which fails when more is read.
final class BoundedInput extends FilterInputStream {

    private long left;

    BoundedInput(InputStream source, long maxBytes) {
        super(source);
        left = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new TooLargeException();
        }
    }
}
