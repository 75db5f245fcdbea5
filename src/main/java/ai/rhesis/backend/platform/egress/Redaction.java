package ai.rhesis.backend.platform.egress;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The masking of secrets that a response echoes, also when they are escaped as in JSON or URLs.
public record Redaction(List<String> secrets) {

    public static final Redaction NONE = new Redaction(List.of());

    private static final String MASK = "[secret]";
    private static final int MIN_LENGTH = 4;
    private static final int MAX_EXCERPT_LENGTH = 500;

    public static Redaction of(@Nullable String... secrets) {
        return new Redaction(Arrays.stream(secrets)
                .filter(Objects::nonNull)
                .filter(secret -> secret.length() >= MIN_LENGTH)
                .toList());
    }

    public String apply(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MASK);
            clean = clean.indexOf('\\') < 0 && clean.indexOf('%') < 0 ? clean : withoutEscaped(clean, secret);
        }
        return clean;
    }

    /// Returns the beginning of a text on one line, for messages.
    public String excerpt(String text) {
        String line = apply(text).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > MAX_EXCERPT_LENGTH ? line.substring(0, MAX_EXCERPT_LENGTH) + "…" : line;
    }

    private static String withoutEscaped(String text, String secret) {
        StringBuilder clean = new StringBuilder();
        int copied = 0;
        for (int start = 0; start < text.length(); ) {
            int end = end(text, start, secret);
            if (end < 0) {
                start++;
            } else {
                clean.append(text, copied, start).append(MASK);
                start = end;
                copied = end;
            }
        }
        return copied == 0 ? text : clean.append(text, copied, text.length()).toString();
    }

    /// Returns the end of the secret that begins here; -1 when none does.
    private static int end(String text, int start, String secret) {
        int place = start;
        for (int index = 0; index < secret.length() && place >= 0; index++) {
            place = behind(text, place, secret.charAt(index));
        }
        return place;
    }

    private static int behind(String text, int place, char wanted) {
        if (place >= text.length()) {
            return -1;
        }
        char found = text.charAt(place);
        if (found == '\\') {
            return behindBackslash(text, place, wanted);
        }
        if (found == '%' && isHex(text, place + 1, 2, wanted)) {
            return place + 3;
        }
        return found == wanted ? place + 1 : -1;
    }

    private static int behindBackslash(String text, int place, char wanted) {
        if (text.startsWith("u", place + 1) && isHex(text, place + 2, 4, wanted)) {
            return place + 6;
        }
        if (place + 1 < text.length() && text.charAt(place + 1) == wanted) {
            return place + 2;
        }
        return wanted == '\\' ? place + 1 : -1;
    }

    private static boolean isHex(String text, int place, int digits, char wanted) {
        String hex = "%0" + digits + "x";
        return text.regionMatches(true, place, hex.formatted((int) wanted), 0, digits);
    }

    @Override
    public String toString() {
        return "Redaction[" + secrets.size() + "]";
    }
}
