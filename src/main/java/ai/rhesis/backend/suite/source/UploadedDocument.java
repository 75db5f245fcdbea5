package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.annotation.file.Filename;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.secrets.Sha256;
import ai.rhesis.backend.suite.source.extraction.DocumentFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/// A document that somebody uploads to make a source of it.
record UploadedDocument(
        String filename,
        DocumentFormat format,
        byte[] content,
        String title,
        @Nullable String description) {

    static final int MAX_BYTES = 5 << 20;

    private static final int MAX_TITLE_LENGTH = 255;

    /// Reads the parts of a form.
    ///
    /// @throws ProblemException 400 on a format that is not read and on a file that is too large
    static UploadedDocument of(MultipartFile part, @Nullable String title, @Nullable String description) {
        String filename = Filename.of(part.getOriginalFilename());
        DocumentFormat format = formatOf(filename);
        if (part.getSize() > MAX_BYTES) {
            throw Problem.badRequest("file", "The file is larger than 5 MB").exception();
        }
        String chosen = title == null || title.isBlank() ? filename : title.strip();
        if (chosen.length() > MAX_TITLE_LENGTH) {
            throw Problem.invalid("title", "has more than 255 characters").exception();
        }
        return new UploadedDocument(filename, format, bytes(part), chosen, description);
    }

    /// Finds the format of a file by its name.
    ///
    /// @throws ProblemException 400 when it is none that is read
    static DocumentFormat formatOf(String filename) {
        return DocumentFormat.of(filename)
                .orElseThrow(() -> Problem.badRequest(
                                "file", "The name of the file must end with one of: " + DocumentFormat.endings())
                        .exception());
    }

    /// Makes the request that stores the source with its text.
    SourceRequest toRequest(UUID typeId, String text) {
        return new SourceRequest(null, title, description, text, typeId, metadata(), null);
    }

    private Map<String, @Nullable Object> metadata() {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        metadata.put("original_filename", filename);
        metadata.put("file_type", format.mediaType());
        metadata.put("file_size", content.length);
        metadata.put("file_hash", HexFormat.of().formatHex(Sha256.of(content)));
        return metadata;
    }

    private static byte[] bytes(MultipartFile part) {
        try {
            return part.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
