package ai.rhesis.backend.run.review;

import java.util.List;
import java.util.UUID;

/// A kind of objects that people review: results, or spans.
public interface ReviewedKind {

    /// Returns the target that stands for an object as a whole.
    ReviewTarget whole();

    /// Locks an object, so that whoever reviews it at the same time waits.
    ///
    /// @throws ProblemException 404 or 410 without the object
    void lock(UUID id);

    /// Returns the names of the metrics that judged the object.
    List<String> metrics(UUID id);

    /// Tells whether the object is of a conversation with this turn.
    boolean hasTurn(UUID id, int turn);

    /// Brings the verdicts of a locked object in line with its reviews.
    void settle(UUID id);

    /// Counts a locked object as changed, because its reviews are read with it.
    void touch(UUID id);
}
