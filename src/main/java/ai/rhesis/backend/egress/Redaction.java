package ai.rhesis.backend.egress;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Blots secrets out of what comes back: who is called and repeats the secret must not show it to who may only use it.
public record Redaction(List<String> secrets) {

    public static final Redaction NONE = new Redaction(List.of());

    private static final int SHORTEST = 4;
    private static final int LONGEST_EXCERPT = 500;

    public static Redaction of(@Nullable String... secrets) {
        return new Redaction(Arrays.stream(secrets)
                .filter(Objects::nonNull)
                .filter(secret -> secret.length() >= SHORTEST)
                .toList());
    }

    public String apply(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "[secret]");
        }
        return clean;
    }

    /// The beginning of a text on one line, for messages.
    public String excerpt(String text) {
        String line = apply(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_EXCERPT ? line.substring(0, LONGEST_EXCERPT) + "…" : line;
    }

    @Override
    public String toString() {
        return "Redaction[" + secrets.size() + "]";
    }
}
