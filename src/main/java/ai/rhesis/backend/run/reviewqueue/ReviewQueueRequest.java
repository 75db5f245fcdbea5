package ai.rhesis.backend.run.reviewqueue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A queue as a client asks for it.
///
/// @param size how many tests to draw; all where there are fewer
/// @param reviewsPerItem how many people are to review each test
/// @param seed the number that the draw follows from; a random one where absent
record ReviewQueueRequest(
        @NotEmpty @Size(max = MAX_RUNS) List<@NotNull UUID> testRunIds,
        @NotNull @Min(1) @Max(MAX_SIZE) Integer size,

        @Pattern(
                regexp = "uniform|stratified|most_informative",
                message = "must be one of: uniform, stratified, most_informative")
        String select,

        Boolean blind,
        @Min(1) @Max(MAX_REVIEWS) Integer reviewsPerItem,
        @Min(0) @Max(MAX_SEED) @Nullable Long seed) {

    static final int MAX_RUNS = 20;
    static final int MAX_SIZE = 10_000;
    static final int MAX_REVIEWS = 10;
    /// The largest whole number that all JSON readers keep exactly.
    static final long MAX_SEED = (1L << 53) - 1;

    ReviewQueueRequest {
        select = Objects.requireNonNullElse(select, "uniform");
        blind = Objects.requireNonNullElse(blind, true);
        reviewsPerItem = Objects.requireNonNullElse(reviewsPerItem, 1);
    }
}
