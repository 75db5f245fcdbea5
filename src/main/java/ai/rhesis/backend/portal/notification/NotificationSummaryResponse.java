package ai.rhesis.backend.portal.notification;

import java.util.EnumMap;
import java.util.Map;

/// The unread notifications of a user, by the section that they lead to.
record NotificationSummaryResponse(Map<NotificationSection, UnreadView> sections) {

    static NotificationSummaryResponse of(Map<String, UnreadView> unread) {
        Map<NotificationSection, UnreadView> all = new EnumMap<>(NotificationSection.class);
        for (NotificationSection section : NotificationSection.values()) {
            all.put(section, unread.getOrDefault(section.toString(), UnreadView.NOTHING));
        }
        return new NotificationSummaryResponse(all);
    }
}
