package ai.rhesis.backend.suite.importing;

import ai.rhesis.backend.annotation.file.Filename;
import ai.rhesis.backend.platform.secrets.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.springframework.web.multipart.MultipartFile;

/// A file that is being imported, small enough to be held as a whole.
record UploadedFile(String filename, byte[] content) {

    static UploadedFile of(MultipartFile part) {
        try {
            return new UploadedFile(Filename.of(part.getOriginalFilename()), part.getBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String hash() {
        return sha256(content);
    }

    /// Hashes the content, in lower-case hexadecimal.
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
