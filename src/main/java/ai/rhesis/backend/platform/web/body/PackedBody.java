package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.web.problem.BrokenBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/// A body of any type, received as bytes, that may be packed by gzip.
///
/// A long one waits for its turn like any other. Unpacking is work: a few kilobytes become megabytes by
/// it.
public final class PackedBody {

    private final InputStream body;
    private final MediaType type;
    private final boolean isPacked;
    private final RequestTurns turns;

    private PackedBody(InputStream body, MediaType type, boolean isPacked, RequestTurns turns) {
        this.body = body;
        this.type = type;
        this.isPacked = isPacked;
        this.turns = turns;
    }

    static PackedBody of(HttpServletRequest request, RequestTurns turns) throws IOException {
        String type = request.getContentType();
        return new PackedBody(
                request.getInputStream(),
                type == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(type),
                "gzip".equalsIgnoreCase(request.getHeader(HttpHeaders.CONTENT_ENCODING)),
                turns);
    }

    public MediaType type() {
        return type;
    }

    /// Reads the bytes as they were sent.
    ///
    /// @throws ProblemException 413 above so many megabytes, 503 when too many wait for their turn
    public byte[] receive(int megabytes) throws IOException {
        try (InputStream whole = LongBody.ofMany(BoundedBody.of(body, megabytes), turns)) {
            return whole.readAllBytes();
        }
    }

    /// Returns the plain bytes of what was received.
    ///
    /// @throws ProblemException 413 above so many megabytes, 400 for what gzip did not pack
    public byte[] unpack(byte[] received, int megabytes) {
        if (!isPacked) {
            return received;
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(received))) {
            return BoundedBody.of(packed, megabytes).readAllBytes();
        } catch (IOException notPacked) {
            throw BrokenBody.problem(notPacked).exception();
        }
    }
}
