package ai.rhesis.backend.workspace.experiment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A version as a client names it: by its label or by its content hash.
///
/// @param number null where it is no label
public record VersionKey(String text, @Nullable Integer number) {

    private static final Pattern LABEL = Pattern.compile("v([1-9]\\d{0,8})");

    public static VersionKey of(String text) {
        Matcher label = LABEL.matcher(text);
        return new VersionKey(text, label.matches() ? Integer.valueOf(label.group(1)) : null);
    }
}
