package ai.rhesis.backend.annotation.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// The contents of files on their way out.
@Component
public class FileDownloads {

    private final StoredFileService files;
    private final FileContents contents;

    FileDownloads(StoredFileService files, FileContents contents) {
        this.files = files;
        this.contents = contents;
    }

    /// Sends the file that was attached to an object first, if there is one.
    public Optional<ResponseEntity<InputStreamResource>> ofFirst(String type, UUID id) throws IOException {
        Optional<StoredFile> first = files.first(type, id);
        return first.isEmpty() ? Optional.empty() : Optional.of(of(first.get()));
    }

    /// Reads the file that was attached to an object first, if there is one.
    public Optional<NamedContent> readFirst(String type, UUID id) throws IOException {
        Optional<StoredFile> first = files.first(type, id);
        return first.isEmpty() ? Optional.empty() : Optional.of(read(first.get()));
    }

    private NamedContent read(StoredFile file) throws IOException {
        contents.requireStored(file);
        try (InputStream in = contents.open(file)) {
            return new NamedContent(file.getName(), in.readAllBytes());
        }
    }

    /// Sends the content as a download, whatever its type: no upload is shown as a page of this server.
    ResponseEntity<InputStreamResource> of(StoredFile file) throws IOException {
        contents.requireStored(file);
        ContentDisposition download = ContentDisposition.attachment()
                .filename(file.getName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .contentType(MediaType.parseMediaType(file.getContentType()))
                .contentLength(file.getSizeBytes())
                .eTag(file.getContentHash())
                .body(new InputStreamResource(() -> contents.open(file), file.getContentHash()));
    }

    /// The whole content of a file, with its name.
    public record NamedContent(String filename, byte[] bytes) {}
}
