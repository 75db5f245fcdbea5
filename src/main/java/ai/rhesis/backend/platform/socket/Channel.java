package ai.rhesis.backend.platform.socket;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A stream of news about one object, which clients name `kind:id`.
public record Channel(String kind, UUID id) {

    private static final Pattern FORM =
            Pattern.compile("([a-z_]{1,32}):([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");

    /// Takes the name of a channel apart; null when it has another form.
    static @Nullable Channel parse(@Nullable String name) {
        Matcher parts = FORM.matcher(name == null ? "" : name);
        return parts.matches() ? new Channel(parts.group(1), UUID.fromString(parts.group(2))) : null;
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
