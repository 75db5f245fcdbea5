package ai.rhesis.backend.run.testrun;

import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Unchangeable;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The runs of an organization, those that this service executes and those that clients keep.
@Service
@Transactional
public class TestRunService {

    private final TestRunRepository runs;
    private final TestRunStatsQueries stats;
    private final TestRunLabels labels;
    private final AttachmentService attachments;
    private final List<DeletionGuard> guards;
    private final ApplicationEventPublisher events;

    TestRunService(
            TestRunRepository runs,
            TestRunStatsQueries stats,
            TestRunLabels labels,
            AttachmentService attachments,
            List<DeletionGuard> guards,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.stats = stats;
        this.labels = labels;
        this.attachments = attachments;
        this.guards = guards;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Listing<TestRunView> list(ListRequest request) {
        return list(request, Restriction.none());
    }

    /// Lists the runs that were started with an experiment, or those that were not; and those with a reviewed
    /// result, or those without. Null asks for both.
    @Transactional(readOnly = true)
    public Listing<TestRunView> list(
            ListRequest request, @Nullable Boolean hasExperiment, @Nullable Boolean hasReviews) {
        return list(
                request,
                TestRunService.<TestRun>restriction(hasExperiment, TestRunService::isOfExperiment)
                        .and(restriction(hasReviews, TestRunService::isReviewed)));
    }

    private static <T> Restriction<T> restriction(@Nullable Boolean wanted, Restriction<T> condition) {
        return wanted == null
                ? Restriction.none()
                : (root, query, builder) ->
                        wanted ? condition.on(root, query, builder) : builder.not(condition.on(root, query, builder));
    }

    private static Predicate isOfExperiment(Root<TestRun> run, CriteriaQuery<?> query, CriteriaBuilder builder) {
        return builder.isNotNull(run.get("experimentId"));
    }

    private static Predicate isReviewed(Root<TestRun> run, CriteriaQuery<?> query, CriteriaBuilder builder) {
        Subquery<Integer> reviewed = query.subquery(Integer.class);
        Root<ReviewedResult> result = reviewed.from(ReviewedResult.class);
        return builder.exists(
                reviewed.select(builder.literal(1)).where(builder.equal(result.get("testRunId"), run.get("id"))));
    }

    private Listing<TestRunView> list(ListRequest request, Restriction<TestRun> restriction) {
        return runs.listIds(request, TestRunFields.ALL, restriction).mapAll(this::views);
    }

    /// Returns the newest runs that were started with an experiment, the newest first.
    @Transactional(readOnly = true)
    public List<TestRunView> ofExperiment(UUID experimentId, int limit) {
        return views(runs.findIdsOfExperiment(experimentId, Limit.of(limit)));
    }

    @Transactional(readOnly = true)
    public TestRunView get(UUID id) {
        return view(runs.get(id));
    }

    /// Returns a living run without what is counted of it; 404 or 410 without one.
    @Transactional(readOnly = true)
    public TestRun require(UUID id) {
        return runs.get(id);
    }

    /// Returns the living run with this id.
    @Transactional(readOnly = true)
    public Optional<TestRun> find(UUID id) {
        return runs.findById(id);
    }

    /// Returns the newest run of a set against a target that ran to its end.
    @Transactional(readOnly = true)
    public Optional<TestRunView> last(UUID testSetId, UUID targetId) {
        return runs.findLastFinished(testSetId, targetId)
                .map(id -> views(List.of(id)).getFirst());
    }

    TestRunView create(TestRunRequest request) {
        TestRun run = new TestRun(request, labels.links(request.testConfigurationId()));
        labels.put(run, request.statusId());
        return view(runs.save(run));
    }

    /// Stores a run that waits for a node.
    public TestRun create(NewRun start) {
        TestRun run = new TestRun(start, labels.links(start.configuration(), start.version()));
        labels.put(run, null);
        return runs.save(run);
    }

    TestRunView update(UUID id, Patch<TestRunRequest> change) {
        TestRun run = runs.getForUpdate(id);
        TestRunRequest request = change.applyTo(TestRunRequest.of(run), run.getVersion());
        Unchangeable.require("test_configuration_id", run.getTestConfigurationId(), request.testConfigurationId());
        run.change(request);
        if (!Objects.equals(request.statusId(), run.getStatusId())) {
            labels.put(run, request.statusId());
        }
        return view(runs.save(run));
    }

    /// Deletes a run, and cancels it when it is still being executed.
    TestRunView delete(UUID id, IfMatch ifMatch) {
        TestRun run = runs.getForUpdate(id);
        ifMatch.check(run.getVersion());
        guards.forEach(guard -> guard.beforeDelete(run));
        if (!run.getState().isFinal()) {
            move(run, TestRunState.CANCELLED, "The run was deleted.");
        }
        TestRunView last = view(run);
        run.delete();
        runs.save(run);
        return last;
    }

    /// Stops a run: from the commit on no node starts another call, and what is written stays.
    ///
    /// @throws ProblemException 409 when it is finished
    public TestRunView cancel(UUID id) {
        TestRun run = runs.getForUpdate(id);
        move(run, TestRunState.CANCELLED, null);
        return view(runs.save(run));
    }

    /// Cancels what is executed in the name of a user.
    public void cancelAllOf(UUID userId, String reason) {
        for (UUID id : runs.findOpenOf(userId)) {
            TestRun run = runs.getForUpdate(id);
            if (!run.getState().isFinal()) {
                move(run, TestRunState.CANCELLED, reason);
                runs.save(run);
            }
        }
    }

    /// Takes up a run again that ended before all of its tests had a verdict; it is locked until the transaction ends.
    ///
    /// @throws ProblemException 409 when it is not finished, or complete
    public TestRun reopen(UUID id) {
        TestRun run = runs.getForUpdate(id);
        if (!run.isExecuted()) {
            throw Problem.conflict("This run is kept by a client; only that can go on with it.")
                    .exception();
        }
        move(run, TestRunState.QUEUED, null);
        return runs.save(run);
    }

    private void move(TestRun run, TestRunState state, @Nullable String reason) {
        run.moveTo(state, reason);
        labels.put(run, null);
        if (state == TestRunState.CANCELLED) {
            events.publishEvent(new RunEnded(run.getId(), true));
        }
    }

    private TestRunView view(TestRun run) {
        return views(List.of(run.getId())).getFirst();
    }

    private List<TestRunView> views(List<UUID> ids) {
        Map<UUID, RunCounts> counts = stats.find(ids);
        Attachments carried = attachments.of(TestRun.class, ids);
        return InOrder.of(ids, runs.findViews(ids), view -> view.run().getId()).stream()
                .map(view -> {
                    UUID id = view.run().getId();
                    return view.with(counts.getOrDefault(id, RunCounts.NONE), carried.of(id));
                })
                .toList();
    }
}
