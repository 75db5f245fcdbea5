package ai.rhesis.backend.platform.idempotency;

import ai.rhesis.backend.platform.secrets.Sha256;
import ai.rhesis.backend.platform.tenancy.Tenant;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// SHA-256 over method, path, query, project and body of a request.
///
/// Of a multipart body its parts count and not its bytes: the boundary between them is another one in each attempt.
class Fingerprint {

    private final MessageDigest digest = Sha256.begin();

    private Fingerprint(HttpServletRequest request) {
        add(request.getMethod());
        add(request.getRequestURI());
        add(request.getQueryString());
        add(String.valueOf(Tenant.current().projectId()));
    }

    static byte[] of(RereadableBody request) {
        return new Fingerprint(request).digest.digest(request.body());
    }

    static byte[] ofParts(HttpServletRequest request) throws IOException, ServletException {
        Fingerprint fingerprint = new Fingerprint(request);
        for (Part part : request.getParts()) {
            fingerprint.add(part);
        }
        return fingerprint.digest.digest();
    }

    private void add(Part part) throws IOException {
        add(part.getName());
        add(part.getSubmittedFileName());
        add(part.getContentType());
        add(Long.toString(part.getSize()));
        part.getInputStream().transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    // none of these holds a line feed, so that they can't run into each other
    private void add(@Nullable String text) {
        digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
