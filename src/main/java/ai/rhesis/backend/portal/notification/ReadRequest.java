package ai.rhesis.backend.portal.notification;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The notifications that were read: those of a section, those with these ids, or those of the ids in the section.
record ReadRequest(
        @Pattern(regexp = NotificationSection.NAMES, message = NotificationSection.MESSAGE) @Nullable
        String section,

        @Size(max = 1000) @Nullable List<@NotNull UUID> notificationIds) {

    boolean isAboutNothing() {
        return section == null && notificationIds == null;
    }
}
