package ai.rhesis.backend.annotation.file;

import org.jspecify.annotations.Nullable;

/// A harmless form of the name that a client gave a file. It is shown to people and never used as a path.
public final class Filename {

    private static final String UNNAMED = "file";
    private static final int MAX_LENGTH = 255;

    private Filename() {}

    /// Takes the last part of a path, without characters that are invisible or change the reading direction.
    public static String of(@Nullable String given) {
        String name = given == null ? "" : given.replaceFirst("(?s).*[/\\\\]", "");
        String visible =
                name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "").strip();
        int end = visible.offsetByCodePoints(0, Math.min(MAX_LENGTH, visible.codePointCount(0, visible.length())));
        String bounded = visible.substring(0, end);
        return bounded.replace(".", "").isBlank() ? UNNAMED : bounded;
    }
}
