package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// The upload of files, all of a request or none: contents go into the store first, then rows in one transaction.
@Component
public class FileUpload {

    private static final int MEGABYTE = 1024 * 1024;

    private final StoredFileService files;
    private final FileContents contents;
    private final FileLimits limits;

    FileUpload(StoredFileService files, FileContents contents, FileSettings settings) {
        this.files = files;
        this.contents = contents;
        this.limits = new FileLimits(settings.maxSize().toBytes(), settings.maxCount());
    }

    public FileLimits limits() {
        return limits;
    }

    /// @throws ProblemException 413 or 422 when these files can't be attached to that object
    List<StoredFile> attach(String type, UUID id, List<MultipartFile> parts) {
        requireBounds(parts);
        files.requireSubject(type, id);
        List<ReceivedFile> received = parts.stream().map(FileUpload::receive).toList();
        try {
            contents.put(received);
            return files.create(type, id, received);
        } catch (RuntimeException refused) {
            contents.discard(received);
            throw refused;
        }
    }

    /// Keeps a file together with the object that it is made into, both or neither.
    ///
    /// @param making stores the object and returns its id, within the transaction that stores the file
    public UUID attachToNew(String type, MultipartFile part, Supplier<UUID> making) {
        List<ReceivedFile> received = List.of(receive(part));
        try {
            contents.put(received);
            return files.createWith(type, making, received);
        } catch (RuntimeException refused) {
            contents.discard(received);
            throw refused;
        }
    }

    private void requireBounds(List<MultipartFile> parts) {
        if (parts.size() > limits.maxFilesPerRequest()) {
            throw Problem.invalid("files", "at most " + limits.maxFilesPerRequest() + " in one request")
                    .exception();
        }
        if (parts.stream().anyMatch(part -> part.getSize() > limits.maxFileBytes())) {
            throw Problem.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            String.format(
                                    Locale.ROOT,
                                    "A file may have %.1f MB at most",
                                    (double) limits.maxFileBytes() / MEGABYTE))
                    .with("field", "files")
                    .with("limit_bytes", limits.maxFileBytes())
                    .exception();
        }
    }

    private static ReceivedFile receive(MultipartFile part) {
        try {
            return ReceivedFile.of(part);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
