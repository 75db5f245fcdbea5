package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.annotation.status.StatusService;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statuses of what programs have and of what is gone from them.
public record RegistrationStatuses(
        @Nullable UUID active, @Nullable UUID inactive) {

    public static RegistrationStatuses of(StatusService statuses) {
        return new RegistrationStatuses(statuses.idOf("General", "Active"), statuses.idOf("General", "Inactive"));
    }

    /// Returns the status of something registered: one that a person gave it stays, unless it says that it is gone.
    public @Nullable UUID ofRegistered(@Nullable UUID before) {
        return before == null || before.equals(inactive) ? active : before;
    }

    public boolean isGone(@Nullable UUID status) {
        return status != null && status.equals(inactive);
    }
}
