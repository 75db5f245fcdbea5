package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.web.body.BoundedBody;
import ai.rhesis.backend.platform.web.body.StreamedBody;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/// A request whose body can be read twice: for its fingerprint, and by its handler.
class RereadableBody extends HttpServletRequestWrapper {

    private final byte[] body;

    /// @throws ProblemException 413 when the body is too large
    RereadableBody(HttpServletRequest request) throws IOException {
        super(request);
        body = BoundedBody.of(request.getInputStream(), StreamedBody.MEGABYTES).readAllBytes();
    }

    byte[] body() {
        return body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(body);
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    /// Refuses asynchronous answers: only one that is whole when the filter chain ends can be kept.
    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(byte[] body) {
            bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is read synchronously");
        }
    }
}
