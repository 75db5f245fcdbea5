package ai.rhesis.backend.integration.enclosure;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.annotation.file.AttachedFiles;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The opening of stored files for one question, when there is room for them.
@Component
public class Enclosures {

    private static final Duration MAX_WAIT = Duration.ofSeconds(10);
    private static final int RETRY_AFTER_SECONDS = 10;
    private static final String FILES = "files";

    private final AttachedFiles files;
    private final EnclosureRoom room;
    private final Duration patience;

    @Autowired
    Enclosures(AttachedFiles files, EnclosureRoom room) {
        this(files, room, MAX_WAIT);
    }

    /// @param patience how long a request waits for room
    Enclosures(AttachedFiles files, EnclosureRoom room, Duration patience) {
        this.files = files;
        this.room = room;
        this.patience = patience;
    }

    /// Finds the files that a test has now; more than are sent, where it has too many.
    public List<AttachedFile> ofTest(UUID testId) {
        return files.of("Test", testId, Enclosure.MAX_COUNT + 1);
    }

    /// Reads contents, once there is room for them. Work in the background waits for it without end.
    ///
    /// @throws CallException when they are too many or too large, or the store has lost one
    /// @throws ai.rhesis.backend.platform.problem.ProblemException 503 when a request waits too long
    /// @throws CancellationException when this thread is interrupted
    public OpenedFiles open(List<AttachedFile> attached) {
        if (attached.isEmpty()) {
            return OpenedFiles.NONE;
        }
        int characters = charactersOf(attached);
        EnclosureRoom.Lease lease = lease(characters);
        boolean isOpened = false;
        try {
            OpenedFiles opened = new OpenedFiles(read(attached), lease::close);
            isOpened = true;
            return opened;
        } finally {
            if (!isOpened) {
                lease.close();
            }
        }
    }

    /// Returns the characters of their data.
    ///
    /// @throws CallException when they are too many or too large
    private static int charactersOf(List<AttachedFile> attached) {
        requireFew(attached.size());
        long characters = attached.stream()
                .mapToLong(file -> Enclosure.characters(file.sizeBytes()))
                .sum();
        if (characters > Enclosure.MAX_CHARACTERS) {
            throw CallException.configuration(
                    FILES, "those of a test may have 7.5 MiB together to be sent with it; these have more");
        }
        return (int) characters;
    }

    /// @throws CallException when a test has more files than can be sent with it
    public static void requireFew(int count) {
        if (count > Enclosure.MAX_COUNT) {
            throw CallException.configuration(
                    FILES, "at most " + Enclosure.MAX_COUNT + " can be sent with a test; this one has more");
        }
    }

    private EnclosureRoom.Lease lease(int characters) {
        try {
            EnclosureRoom.Lease lease =
                    room.take(Tenant.current().organizationId(), characters, ComputePool.patience(patience));
            if (lease == null) {
                throw Problem.unavailable(
                                "Your organization sends many files at this moment; try again in a moment",
                                RETRY_AFTER_SECONDS)
                        .exception();
            }
            return lease;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the call was cancelled");
        }
    }

    private List<Enclosure> read(List<AttachedFile> attached) {
        List<Enclosure> read = new ArrayList<>();
        for (AttachedFile file : attached) {
            read.add(new Enclosure(
                    file.filename(), file.contentType(), Base64.getEncoder().encodeToString(content(file))));
        }
        return List.copyOf(read);
    }

    private byte[] content(AttachedFile file) {
        try {
            return files.read(file)
                    .orElseThrow(() -> CallException.configuration(
                            FILES, "the content of " + file.filename() + " is missing from this service's file store"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
