package ai.rhesis.backend.platform.socket;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A kind of channels: who may follow one, and the news that its followers read. Every question is asked within the
/// tenant of the follower, so that the row policies answer it.
public interface ChannelKind {

    /// Returns the word before the colon in the names of its channels.
    String name();

    /// Tells whether the tenant of this thread may follow the channel with this id.
    boolean isOpen(UUID id);

    /// Reads what happened to one subject; nothing when it is not for this tenant.
    default List<Frame> news(UUID id, UUID subjectId) {
        return List.of();
    }

    /// Reads what is told to a new follower before all news.
    default List<Frame> history(UUID id) {
        return List.of();
    }

    /// Reads what happened since a moment, for followers who could not be told. Frames that they were told are left out
    /// by the subject of each.
    default List<Frame> missed(UUID id, Instant since) {
        return List.of();
    }
}
