package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.compute.RequestTurns;
import ai.rhesis.backend.platform.compute.Turns;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A body of which no more than the beginning is worked on without a turn. A longer one is awaited whole, in a file,
/// and then for its turn: what drips keeps no turn, and what waits no memory.
final class LongBody extends InputStream {

    static final int MAX_BEGINNING = 256 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final RequestTurns turns;
    private final boolean isManyObjects;
    private InputStream body;
    private int beginning;
    private Turns.@Nullable Turn turn;

    private LongBody(InputStream body, RequestTurns turns, boolean isManyObjects) {
        this.body = body;
        this.turns = turns;
        this.isManyObjects = isManyObjects;
    }

    /// Keeps its turn until the answer is written, or the request waits for another system: one long object is as much
    /// work to check, store and answer.
    static InputStream ofOne(InputStream body, RequestTurns turns) {
        return new LongBody(body, turns, false);
    }

    /// Keeps its turn until it is read, and is admitted until the answer is written: what many objects take once they
    /// are read is mostly the database's work.
    static InputStream ofMany(InputStream body, RequestTurns turns) {
        return new LongBody(body, turns, true);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (turn == null && beginning == MAX_BEGINNING) {
            awaitRest();
        }
        int count = body.read(into, offset, turn == null ? Math.min(length, MAX_BEGINNING - beginning) : length);
        beginning += turn == null && count > 0 ? count : 0;
        return count;
    }

    private void awaitRest() throws IOException {
        Path rest = Files.createTempFile("body", null);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(rest), BUFFER)) {
            body.transferTo(file);
        } finally {
            body = new BufferedInputStream(Files.newInputStream(rest, StandardOpenOption.DELETE_ON_CLOSE), BUFFER);
        }
        if (isManyObjects) {
            turns.admitUntilAnswered();
            turn = turns.take();
        } else {
            turn = turns.takeUntilAnswered();
        }
    }

    @Override
    public void close() throws IOException {
        if (turn != null && isManyObjects) {
            turn.end();
        }
        body.close();
    }
}
