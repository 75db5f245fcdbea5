package ai.rhesis.backend.platform.persistence;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The name by which a person recognizes a deleted object.
final class GoneName {

    private static final int MAX_LENGTH = 80;

    private GoneName() {}

    /// Finds the name while deleted objects are shown; null where there is none.
    static @Nullable String of(TenantEntity gone, EntityManager entities) {
        return gone.getName() == null ? beginning(naming(gone, entities)) : gone.getName();
    }

    private static @Nullable TenantEntity naming(TenantEntity gone, EntityManager entities) {
        if (!(gone instanceof NamedByAnother nameless)) {
            return gone;
        }
        UUID id = nameless.namingId();
        return id == null ? null : entities.find(nameless.namingType(), id);
    }

    private static @Nullable String beginning(@Nullable TenantEntity naming) {
        String text = naming == null ? null : naming.getText();
        return text == null || text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
