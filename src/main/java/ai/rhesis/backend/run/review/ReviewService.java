package ai.rhesis.backend.run.review;

import static java.util.stream.Collectors.groupingBy;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reviews of results and spans. The verdict of a review is effective at once; the automatic one stays beside it.
@Service
@Transactional
public class ReviewService {

    private static final int MAX_REVIEWS = 200;

    private final ReviewQueries reviews;
    private final ReviewedResults results;
    private final StatusService statuses;

    ReviewService(ReviewQueries reviews, ReviewedResults results, StatusService statuses) {
        this.reviews = reviews;
        this.results = results;
        this.statuses = statuses;
    }

    /// Returns the reviews of results by the id of the result, the oldest judgement first.
    @Transactional(readOnly = true)
    public Map<UUID, List<Review>> of(Collection<UUID> resultIds) {
        return reviews.ofResults(resultIds).stream().collect(groupingBy(Review::subjectId));
    }

    /// Returns the reviews of all spans of some traces, by the ids of their rows, the oldest judgement first.
    @Transactional(readOnly = true)
    public Map<UUID, List<Review>> ofTraces(Collection<UUID> traceKeys) {
        return reviews.ofTraces(traceKeys).stream()
                .collect(groupingBy(review -> Objects.requireNonNull(review.traceKey())));
    }

    /// Brings the verdicts of a result in line with its reviews, after its own judgements changed.
    public void settle(UUID resultId) {
        results.lock(resultId);
        results.settle(resultId);
    }

    /// Adds a review of the caller.
    ///
    /// @throws ProblemException 404 or 410 without the object, 422 for an unknown metric or turn, or a status
    ///     that says neither Pass nor Fail
    public Review create(Reviewed object, ReviewRequest request) {
        object.lock();
        if (reviews.count(object.id()) >= MAX_REVIEWS) {
            throw Problem.conflict("An object has at most " + MAX_REVIEWS + " reviews.")
                    .exception();
        }
        ReviewRequest found = found(object, request);
        UUID id = reviews.insert(object, found, rating(found.statusId()));
        object.settle();
        return get(object, id);
    }

    /// Changes a review; one that is only commented or resolved leaves all verdicts as they are.
    ///
    /// @throws ProblemException 403 for a review of somebody else, 404 without it, 422 as for a new one
    public Review update(Caller caller, Reviewed object, UUID id, Patch<ReviewRequest> change) {
        object.lock();
        Review before = get(object, id);
        requireOwn(caller, before);
        ReviewRequest request = found(object, change.applyTo(ReviewRequest.of(before), before.version()));
        Rating rating = rating(request.statusId());
        boolean isJudgedAnew = rating != before.rating() || !request.target().equals(before.target());
        reviews.update(id, request, rating, isJudgedAnew);
        if (isJudgedAnew) {
            object.settle();
        } else {
            object.touch();
        }
        return get(object, id);
    }

    /// Deletes a review, as if it had never been.
    ///
    /// @throws ProblemException 403 for a review of somebody else, 404 without it
    public void delete(Caller caller, Reviewed object, UUID id) {
        object.lock();
        requireOwn(caller, get(object, id));
        reviews.delete(id);
        object.settle();
    }

    private Review get(Reviewed object, UUID id) {
        return reviews.find(object.id(), id)
                .orElseThrow(() -> Problem.notFound("Review not found", id).exception());
    }

    private static void requireOwn(Caller caller, Review review) {
        if (!caller.is(review.user().userId()) && !caller.isOwner()) {
            throw Problem.forbidden("Only its author or an owner may change a review.")
                    .exception();
        }
    }

    private static ReviewRequest found(Reviewed object, ReviewRequest request) {
        return new ReviewRequest(
                request.statusId(),
                request.comments(),
                ReviewTargets.find(object, request.target()),
                request.resolved());
    }

    private Rating rating(@Nullable UUID statusId) {
        String name = statuses.require(ReviewedResults.ENTITY_TYPE, new NamedReference(statusId, null), "status")
                .getName();
        return Rating.named(name)
                .orElseThrow(() -> Problem.invalid("status_id", "must be a status that says Pass or Fail")
                        .exception());
    }
}
