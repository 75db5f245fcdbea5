package ai.rhesis.backend.portal.preflight;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// The status of a check: running, or what came of it.
enum CheckStatus {
    RUNNING,
    PASSED,
    FAILED,
    WARNING,
    SKIPPED;

    static CheckStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
