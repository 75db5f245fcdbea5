package ai.rhesis.backend.workspace.experiment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/// The members who see an experiment: its owner alone, or all.
public enum Visibility {
    PRIVATE,
    SHARED;

    @EnumeratedValue
    private final String text = name().toLowerCase(Locale.ROOT);

    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}
