package ai.rhesis.backend.portal.notification;

import java.util.List;
import java.util.UUID;

/// The unread notifications that lead to one section.
///
/// @param unread the number of things that are new
/// @param entityIds their ids, 500 at most
record UnreadView(long unread, List<UUID> entityIds) {

    static final UnreadView NOTHING = new UnreadView(0, List.of());
}
