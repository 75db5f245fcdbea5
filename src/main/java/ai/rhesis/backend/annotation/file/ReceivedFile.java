package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.secrets.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.multipart.MultipartFile;

/// An uploaded file, on this machine's disk until its request ends.
record ReceivedFile(
        InputStreamSource content, String filename, String contentType, long sizeBytes, String contentHash) {

    private static final int MAX_TYPE_LENGTH = 255;

    /// Reads the part once, piece by piece, to hash it.
    static ReceivedFile of(MultipartFile part) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = new DigestInputStream(part.getInputStream(), digest)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(digest.digest());
            return new ReceivedFile(
                    part, Filename.of(part.getOriginalFilename()), type(part.getContentType()), size, hash);
        }
    }

    /// Takes the type that the client gave, if it is a media type.
    private static String type(@Nullable String given) {
        try {
            String type = given == null ? "" : MediaType.parseMediaType(given).toString();
            return type.isEmpty() || type.length() > MAX_TYPE_LENGTH || type.contains("*")
                    ? MediaType.APPLICATION_OCTET_STREAM_VALUE
                    : type;
        } catch (InvalidMediaTypeException notOne) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }
}
