package ai.rhesis.backend.platform.persistence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An object that people know by another where it has no name, such as a test by its prompt.
public interface NamedByAnother {

    Class<? extends TenantEntity> namingType();

    @Nullable
    UUID namingId();
}
