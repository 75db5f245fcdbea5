package ai.rhesis.backend.run.review;

import static java.util.stream.Collectors.groupingBy;

import ai.rhesis.backend.annotation.status.StatusService;
import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reviews of results. The verdict of a review is effective at once; the automatic one stays beside it.
@Service
@Transactional
public class ReviewService {

    private static final int MAX_REVIEWS = 200;

    private final ReviewQueries reviews;
    private final ReviewedResultQueries results;
    private final ReviewTargets targets;
    private final EffectiveVerdicts verdicts;
    private final StatusService statuses;
    private final Directory directory;

    ReviewService(
            ReviewQueries reviews,
            ReviewedResultQueries results,
            ReviewTargets targets,
            EffectiveVerdicts verdicts,
            StatusService statuses,
            Directory directory) {
        this.reviews = reviews;
        this.results = results;
        this.targets = targets;
        this.verdicts = verdicts;
        this.statuses = statuses;
        this.directory = directory;
    }

    /// Returns the reviews of results by the id of the result, the oldest judgement first.
    @Transactional(readOnly = true)
    public Map<UUID, List<Review>> of(Collection<UUID> resultIds) {
        return reviews.ofResults(resultIds).stream().collect(groupingBy(Review::resultId));
    }

    /// Brings the verdicts of a result in line with its reviews, after its own judgements changed.
    public void settle(UUID resultId) {
        results.lock(resultId);
        verdicts.settle(resultId);
    }

    /// @throws ProblemException 404 or 410 without the result, 422 for an unknown metric or turn, or a status that says
    ///     neither Pass nor Fail
    Review create(UUID resultId, ReviewRequest request) {
        lock(resultId);
        if (reviews.count(resultId) >= MAX_REVIEWS) {
            throw Problem.conflict("A result has at most " + MAX_REVIEWS + " reviews.")
                    .exception();
        }
        ReviewRequest found = found(resultId, request);
        UUID id = reviews.insert(resultId, found, rating(found.statusId()));
        verdicts.settle(resultId);
        return get(resultId, id);
    }

    /// Changes a review; one that is only commented or resolved leaves all verdicts as they are.
    Review update(Caller caller, UUID resultId, UUID id, Patch<ReviewRequest> change) {
        lock(resultId);
        Review before = get(resultId, id);
        requireOwn(caller, before);
        ReviewRequest request = found(resultId, change.applyTo(ReviewRequest.of(before), before.version()));
        Rating rating = rating(request.statusId());
        boolean isJudgedAnew = rating != before.rating() || !request.target().equals(before.target());
        reviews.update(id, request, rating, isJudgedAnew);
        if (isJudgedAnew) {
            verdicts.settle(resultId);
        } else {
            results.touch(resultId);
        }
        return get(resultId, id);
    }

    void delete(Caller caller, UUID resultId, UUID id) {
        lock(resultId);
        requireOwn(caller, get(resultId, id));
        reviews.delete(id);
        verdicts.settle(resultId);
    }

    private void lock(UUID resultId) {
        Class<?> type =
                directory.typeWith(Subject.class, EffectiveVerdicts.ENTITY_TYPE).orElseThrow();
        directory.requireLiving(type, resultId);
        results.lock(resultId);
    }

    private Review get(UUID resultId, UUID id) {
        return reviews.find(resultId, id)
                .orElseThrow(() -> Problem.notFound("Review not found", id).exception());
    }

    private static void requireOwn(Caller caller, Review review) {
        if (!caller.is(review.user().userId()) && !caller.isOwner()) {
            throw Problem.forbidden("Only its author or an owner may change a review.")
                    .exception();
        }
    }

    private ReviewRequest found(UUID resultId, ReviewRequest request) {
        return new ReviewRequest(
                request.statusId(), request.comments(), targets.find(resultId, request.target()), request.resolved());
    }

    private Rating rating(@Nullable UUID statusId) {
        String name = statuses.require(EffectiveVerdicts.ENTITY_TYPE, new NamedReference(statusId, null), "status")
                .getName();
        return Rating.named(name)
                .orElseThrow(() -> Problem.invalid("status_id", "must be a status that says Pass or Fail")
                        .exception());
    }
}
