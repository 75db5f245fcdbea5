package ai.rhesis.backend.run.testresult;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// An output that knows how much went through it.
final class CountedOutput extends FilterOutputStream {

    private long bytes;

    CountedOutput(OutputStream target) {
        super(target);
    }

    @Override
    public void write(int value) throws IOException {
        out.write(value);
        bytes++;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        out.write(source, offset, length);
        bytes += length;
    }

    long bytes() {
        return bytes;
    }
}
