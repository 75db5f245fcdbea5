package ai.rhesis.backend.identity.user;

import java.util.Locale;

/// The purposes that a user may choose a model for, in the settings under `models`.
public enum ModelPurpose {
    GENERATION,
    EVALUATION,
    EXECUTION,
    EMBEDDING;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
