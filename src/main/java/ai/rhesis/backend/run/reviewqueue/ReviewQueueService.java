package ai.rhesis.backend.run.reviewqueue;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.statistics.Krippendorff;
import ai.rhesis.backend.run.reviewqueue.ReviewQueueResponse.QueueProgress;
import ai.rhesis.backend.run.testrun.RunLifecycle;
import ai.rhesis.backend.run.testrun.TestRun;
import ai.rhesis.backend.run.testrun.TestRunService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Queues of tests that people review, and their progress.
@Service
@Transactional
class ReviewQueueService {

    private static final int DEFAULT_LIMIT = 50;

    private final ReviewQueueQueries queues;
    private final QueueItemQueries items;
    private final QueueProgressQueries progress;
    private final TestRunService runs;

    ReviewQueueService(
            ReviewQueueQueries queues, QueueItemQueries items, QueueProgressQueries progress, TestRunService runs) {
        this.queues = queues;
        this.items = items;
        this.progress = progress;
        this.runs = runs;
    }

    /// Draws a queue from all tests with a result in one of the runs.
    ///
    /// @throws ProblemException 409 while a run goes on, 422 for unknown runs and runs without results
    ReviewQueue create(ReviewQueueRequest request) {
        List<UUID> runIds = request.testRunIds().stream().distinct().toList();
        requireEnded(runIds);
        List<QueueCandidate> candidates = queues.candidates(runIds);
        if (candidates.isEmpty()) {
            throw Problem.invalid("test_run_ids", "no test has a result in these runs")
                    .exception();
        }
        long seed = Objects.requireNonNullElseGet(
                request.seed(), () -> ThreadLocalRandom.current().nextLong(ReviewQueueRequest.MAX_SEED));
        List<DrawnCandidate> drawn = QueueSelection.named(request.select())
                .draw(candidates, Math.min(request.size(), candidates.size()), seed);
        UUID id = queues.insert(request, seed, candidates.size(), drawn);
        queues.insertRuns(id, runIds);
        return get(id);
    }

    /// @throws ProblemException 404 when there is no such queue
    @Transactional(readOnly = true)
    ReviewQueue get(UUID id) {
        return queues.find(id)
                .orElseThrow(
                        () -> Problem.notFound("Review queue not found", id).exception());
    }

    /// Lists the queues that were drawn from a run, the newest first; all without one.
    @Transactional(readOnly = true)
    Listing<ReviewQueue> list(@Nullable UUID runId, ListRequest page) {
        int limit = Objects.requireNonNullElse(page.limit(), DEFAULT_LIMIT);
        return new Listing<>(queues.list(runId, page.skip(), limit), queues.count(runId), null);
    }

    @Transactional(readOnly = true)
    QueueProgress progress(ReviewQueue queue) {
        return new QueueProgress(progress.done(queue), queue.size(), progress.reviewers(queue));
    }

    @Transactional(readOnly = true)
    Krippendorff agreement(ReviewQueue queue) {
        return progress.agreement(queue.id());
    }

    @Transactional(readOnly = true)
    Listing<QueueItem> items(ReviewQueue queue, ListRequest page) {
        return new Listing<>(
                items.page(queue.id(), page.skip(), Objects.requireNonNullElse(page.limit(), DEFAULT_LIMIT)),
                (long) queue.size(),
                null);
    }

    /// Returns the test that the caller is to review next.
    @Transactional(readOnly = true)
    Optional<QueueItem> next(ReviewQueue queue) {
        return items.next(queue).stream().findFirst();
    }

    private void requireEnded(List<UUID> runIds) {
        List<Violation> unknown = new ArrayList<>();
        for (int place = 0; place < runIds.size(); place++) {
            Optional<TestRun> run = runs.find(runIds.get(place));
            if (run.isEmpty()) {
                unknown.add(Violation.ofBody("test_run_ids[" + place + "]", "unknown", "does not exist"));
            } else {
                RunLifecycle.requireEnded(run.get(), "The run " + run.get().getName());
            }
        }
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown).exception();
        }
    }
}
