package ai.rhesis.backend.run.review;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A review as a client writes it.
///
/// @param statusId a status of results that says Pass or Fail
public record ReviewRequest(
        @NotNull @Nullable UUID statusId,
        @NotNull @Size(max = 20_000) String comments,
        @NotNull @Valid ReviewTarget target,
        @Nullable Boolean resolved) {

    static ReviewRequest of(Review review) {
        return new ReviewRequest(review.statusId(), review.comments(), review.target(), review.isResolved());
    }
}
