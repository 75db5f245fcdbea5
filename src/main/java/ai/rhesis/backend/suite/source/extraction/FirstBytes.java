package ai.rhesis.backend.suite.source.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The first bytes of a file, by which it is known.
record FirstBytes(byte[] bytes) {

    private static final int LENGTH = 1_024;

    static FirstBytes of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new FirstBytes(in.readNBytes(LENGTH));
        }
    }

    boolean begin(byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(mark, 0, mark.length, bytes, 0, mark.length);
    }

    boolean hold(String mark) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(mark);
    }
}
