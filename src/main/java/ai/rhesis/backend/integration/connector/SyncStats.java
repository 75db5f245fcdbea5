package ai.rhesis.backend.integration.connector;

import java.util.List;

/// The changes that a registration made, in numbers.
///
/// @param errors what could not be registered and why, in words for the program's owner
public record SyncStats(int created, int updated, int markedInactive, List<String> errors) {

    public static final SyncStats NONE = new SyncStats(0, 0, 0, List.of());
}
