package ai.rhesis.backend.annotation.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The files of objects for features that do more with them than to send them to their owner.
@Component
public class AttachedFiles {

    private final StoredFileService files;
    private final FileContents contents;

    AttachedFiles(StoredFileService files, FileContents contents) {
        this.files = files;
        this.contents = contents;
    }

    /// Finds the living files of an object in their order.
    ///
    /// @param count how many at most
    public List<AttachedFile> of(String type, UUID id, int count) {
        return files.attached(type, id, count);
    }

    /// Reads the whole content of a file of the organization; nothing where the store has lost it. Call it outside any
    /// transaction.
    public Optional<byte[]> read(AttachedFile file) throws IOException {
        return contents.read(file.contentHash());
    }
}
