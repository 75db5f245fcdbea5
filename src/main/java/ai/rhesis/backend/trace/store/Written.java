package ai.rhesis.backend.trace.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The outcome of writing some spans.
///
/// @param ids of the rows that are new
record Written(Set<UUID> ids, List<Receipt.Refusal> refused) {

    /// Counts what was written; the others of so many spans were there before.
    Receipt of(int delivered) {
        return new Receipt(ids.size(), delivered - ids.size() - refused.size(), 0, refused);
    }
}
