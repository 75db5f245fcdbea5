package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.annotation.subject.Subjects;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The files of an organization; their contents stay until they are purged.
@Service
@Transactional
class StoredFileService {

    private final StoredFileRepository files;
    private final FileContents contents;
    private final Subjects subjects;

    StoredFileService(StoredFileRepository files, FileContents contents, Subjects subjects) {
        this.files = files;
        this.contents = contents;
        this.subjects = subjects;
    }

    @Transactional(readOnly = true)
    Listing<StoredFile> list(ListRequest request) {
        return files.list(request, StoredFileFields.ALL, Restriction.none());
    }

    @Transactional(readOnly = true)
    Listing<StoredFile> listAbout(String type, UUID id, ListRequest request) {
        return files.list(request, StoredFileFields.ALL, subjects.about(type, id));
    }

    @Transactional(readOnly = true)
    StoredFile get(UUID id) {
        return files.get(id);
    }

    /// @throws ProblemException 422 when there is nothing to attach a file to
    @Transactional(readOnly = true)
    void requireSubject(String type, UUID id) {
        subjects.require("query", type, id);
    }

    /// Attaches all of the files or none.
    List<StoredFile> create(String type, UUID id, List<ReceivedFile> received) {
        contents.keep(received);
        int position = files.nextPosition(type, id);
        List<StoredFile> created = new ArrayList<>();
        for (ReceivedFile file : received) {
            created.add(files.save(new StoredFile(file, type, id, position + created.size())));
        }
        return created;
    }

    /// Makes an object and attaches the files to it.
    UUID createWith(String type, Supplier<UUID> making, List<ReceivedFile> received) {
        UUID id = making.get();
        create(type, id, received);
        return id;
    }

    /// Finds the living file that was attached to the object first.
    @Transactional(readOnly = true)
    Optional<StoredFile> first(String type, UUID id) {
        return files.findFirst(type, id);
    }

    @Transactional(readOnly = true)
    List<AttachedFile> attached(String type, UUID id, int count) {
        return files.findAttached(type, id, count);
    }

    StoredFile delete(UUID id, IfMatch ifMatch) {
        StoredFile file = files.getForUpdate(id);
        ifMatch.check(file.getVersion());
        file.delete();
        return files.save(file);
    }
}
