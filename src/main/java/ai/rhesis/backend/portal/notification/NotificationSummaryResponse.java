package ai.rhesis.backend.portal.notification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The unread notifications of a user, by the section that they lead to.
record NotificationSummaryResponse(Map<NotificationSection, Unread> sections) {

    static NotificationSummaryResponse of(Map<String, Unread> unread) {
        Map<NotificationSection, Unread> all = new EnumMap<>(NotificationSection.class);
        for (NotificationSection section : NotificationSection.values()) {
            all.put(section, unread.getOrDefault(section.toString(), Unread.NOTHING));
        }
        return new NotificationSummaryResponse(all);
    }

    /// @param unread how many things are new
    /// @param entityIds what they are, 500 at most
    record Unread(long unread, List<UUID> entityIds) {

        static final Unread NOTHING = new Unread(0, List.of());
    }
}
