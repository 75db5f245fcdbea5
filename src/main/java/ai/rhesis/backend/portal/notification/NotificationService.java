package ai.rhesis.backend.portal.notification;

import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.socket.Channel;
import ai.rhesis.backend.platform.socket.Signals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The notifications of the user of this thread, and the way to give others some.
@Service
@Transactional
class NotificationService {

    static final int MAX_LIMIT = 200;

    private final NotificationQueries notifications;
    private final Signals signals;

    NotificationService(NotificationQueries notifications, Signals signals) {
        this.notifications = notifications;
        this.signals = signals;
    }

    @Transactional(readOnly = true)
    Map<String, UnreadView> unread() {
        return notifications.unread();
    }

    @Transactional(readOnly = true)
    List<NotificationView> list(@Nullable String section, boolean unreadOnly, int skip, int limit) {
        return notifications.list(section, unreadOnly, skip, limit);
    }

    /// Notes what was read, and forgets what is older than 90 days.
    int read(ReadRequest request) {
        notifications.forgetOld();
        return notifications.read(request);
    }

    @Transactional(readOnly = true)
    List<NotificationView> find(UUID id) {
        return notifications.find(id);
    }

    @Transactional(readOnly = true)
    List<NotificationView> since(Instant moment) {
        return notifications.since(moment);
    }

    /// Stores a notification and tells its addressee's open pages on all nodes.
    ///
    /// @param insertion stores it under the id, and returns whom it is for; null where nobody wants it
    void give(Function<UUID, @Nullable UUID> insertion) {
        UUID id = BaseEntity.newId();
        UUID addressee = insertion.apply(id);
        if (addressee != null) {
            signals.send(new Channel(NotificationChannels.KIND, addressee), id);
        }
    }
}
