package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Thumbnails of stored images, made on the bounded pool when they are asked for.
@Component
class Thumbnails {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int MIN_SIZE = 16;
    private static final int MAX_SIZE = 1024;

    private final FileContents contents;
    private final ComputePool pool;

    Thumbnails(FileContents contents, ComputePool pool) {
        this.contents = contents;
        this.pool = pool;
    }

    /// Makes a PNG whose longer side has as many pixels at most.
    ///
    /// @throws ProblemException 404 when the file is no image that is understood, 400 for an unusual size
    byte[] of(StoredFile file, int size) throws IOException {
        if (size < MIN_SIZE || size > MAX_SIZE) {
            throw Problem.badRequest("size", "size must be " + MIN_SIZE + " to " + MAX_SIZE)
                    .exception();
        }
        byte[] png = file.getContentType().startsWith("image/") ? make(file, size) : null;
        if (png == null) {
            throw Problem.notFound("There is no thumbnail of " + file.getName()).exception();
        }
        return png;
    }

    private byte @Nullable [] make(StoredFile file, int size) throws IOException {
        contents.requireStored(file);
        try (InputStream content = contents.open(file)) {
            return pool.call(() -> decoded(content, size), TIMEOUT);
        } catch (TooComplexException tooLong) {
            return null;
        }
    }

    private static byte @Nullable [] decoded(InputStream content, int size) {
        try {
            return Thumbnail.of(content, size);
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
    }
}
