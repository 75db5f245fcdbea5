package ai.rhesis.backend.platform.security;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/// The role of a member in the organization; each may do all that the next one may.
public enum Role {
    OWNER,
    MEMBER,
    VIEWER;

    /// The text that is stored and shown.
    @EnumeratedValue
    private final String text = name().toLowerCase(Locale.ROOT);

    static Role of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    boolean includes(Role other) {
        return ordinal() <= other.ordinal();
    }

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
