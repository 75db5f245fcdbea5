package ai.rhesis.backend.integration.function;

import java.util.Locale;

/// The origin of the mappings of a function.
public enum MappingSource {
    /// Both were given to the decorator.
    SDK_MANUAL,
    /// One was given to the decorator, the other was made from names.
    SDK_HYBRID,
    /// Both were saved before, by a person or an earlier registration.
    PREVIOUSLY_SAVED,
    /// Both were made from names.
    AUTO_MAPPED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
