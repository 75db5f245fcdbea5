package ai.rhesis.backend.identity.user;

import java.util.Locale;

/// What a user may have chosen a model for, in the settings under `models`.
public enum ModelPurpose {
    GENERATION,
    EVALUATION,
    EXECUTION,
    EMBEDDING;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
