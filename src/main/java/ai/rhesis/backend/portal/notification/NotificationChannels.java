package ai.rhesis.backend.portal.notification;

import ai.rhesis.backend.platform.socket.ChannelKind;
import ai.rhesis.backend.platform.socket.Frame;
import ai.rhesis.backend.platform.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The channel of a user, which tells them their notifications and which every connection of theirs follows.
@Component
class NotificationChannels implements ChannelKind {

    static final String KIND = "user";

    /// The time of a transaction that began before the connection broke and whose end was not seen: as long as a
    /// statement may take.
    private static final Duration OPEN_TRANSACTIONS = Duration.ofSeconds(15);

    private final NotificationService notifications;

    NotificationChannels(NotificationService notifications) {
        this.notifications = notifications;
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public boolean isOpen(UUID id) {
        return Tenant.current().userId().equals(id);
    }

    @Override
    public List<Frame> news(UUID id, UUID subjectId) {
        return frames(notifications.find(subjectId));
    }

    @Override
    public List<Frame> missed(UUID id, Instant since) {
        return frames(notifications.since(since.minus(OPEN_TRANSACTIONS)));
    }

    private static List<Frame> frames(List<NotificationView> notifications) {
        return notifications.stream()
                .map(notification -> Frame.once("notification", notification, notification.id()))
                .toList();
    }
}
