package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.persistence.Purged;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The contents of the organization in the store. Each is kept once, as long as a file refers to it, deleted or not.
@Component
@Transactional
class FileContents {

    private static final Logger log = LoggerFactory.getLogger(FileContents.class);

    private final StoredFileRepository files;
    private final FileStore store;

    FileContents(StoredFileRepository files, FileStore store) {
        this.files = files;
        this.store = store;
    }

    /// Puts contents into the store, outside of any transaction because that takes long.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void put(Collection<ReceivedFile> received) {
        received.forEach(this::putOne);
    }

    /// Keeps the contents for the files that this transaction makes.
    void keep(Collection<ReceivedFile> received) {
        note(received);
        // again, for a purge may have removed one between its upload and the lock
        received.forEach(this::putOne);
    }

    /// Removes the contents of an upload that failed, unless a file refers to them.
    void discard(Collection<ReceivedFile> received) {
        note(received);
        removeUnused();
    }

    /// Notes contents in one order, so that no two transactions wait for each other.
    private void note(Collection<ReceivedFile> received) {
        received.stream()
                .sorted(Comparator.comparing(ReceivedFile::contentHash))
                .forEach(file -> files.noteContent(file.contentHash(), file.sizeBytes()));
    }

    private void putOne(ReceivedFile file) {
        try {
            store.put(key(file.contentHash()), file.content(), file.sizeBytes());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @EventListener(Purged.class)
    void removeUnused() {
        List<String> unused = files.lockUnusedContents();
        if (!unused.isEmpty()) {
            files.forgetUnusedContents(unused.toArray(String[]::new)).forEach(this::remove);
        }
    }

    /// Makes sure that the content can be opened, before an answer announces it.
    ///
    /// @throws ProblemException 404 when the store has lost it
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void requireStored(StoredFile file) throws IOException {
        String hash = file.getContentHash();
        if (!store.has(key(hash))) {
            logMissing(hash);
            throw Problem.notFound(
                            "The content of " + file.getName() + " is missing from the file store of this service;"
                                    + " its operator can restore it from a backup.")
                    .with("code", "content_missing")
                    .with("filename", file.getName())
                    .exception();
        }
    }

    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    InputStream open(StoredFile file) throws IOException {
        return store.open(key(file.getContentHash()));
    }

    /// Reads a whole content; nothing where the store has lost it.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    Optional<byte[]> read(String hash) throws IOException {
        try (InputStream content = store.open(key(hash))) {
            return Optional.of(content.readAllBytes());
        } catch (NoSuchFileException lost) {
            logMissing(hash);
            return Optional.empty();
        }
    }

    private static void logMissing(String hash) {
        log.error("The content {} is missing from the file store", hash);
    }

    /// Removes within the transaction, because after it the same content may have been put again.
    private void remove(String hash) {
        try {
            store.remove(key(hash));
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private static String key(String hash) {
        return Tenant.current().organizationId() + "/" + hash.substring(0, 2) + "/" + hash;
    }
}
