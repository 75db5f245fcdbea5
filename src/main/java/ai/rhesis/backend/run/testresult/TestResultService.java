package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Unchangeable;
import ai.rhesis.backend.platform.query.Field;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import ai.rhesis.backend.run.review.Review;
import ai.rhesis.backend.run.review.ReviewService;
import ai.rhesis.backend.suite.version.VersionService;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The results of an organization's tests, those that runs wrote and those that clients keep.
@Service
@Transactional
class TestResultService {

    private static final Field CREATED = Field.timestamp("created_at");

    private final TestResultRepository results;
    private final MetricScoreQueries scores;
    private final TestedQueries tested;
    private final TestResultLabels labels;
    private final VersionService versions;
    private final ReviewService reviews;
    private final AttachmentService attachments;
    private final EntityManager entities;

    TestResultService(
            TestResultRepository results,
            MetricScoreQueries scores,
            TestedQueries tested,
            TestResultLabels labels,
            VersionService versions,
            ReviewService reviews,
            AttachmentService attachments,
            EntityManager entities) {
        this.results = results;
        this.scores = scores;
        this.tested = tested;
        this.labels = labels;
        this.versions = versions;
        this.reviews = reviews;
        this.attachments = attachments;
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    Listing<TestResultView> list(ListRequest request) {
        return results.listIds(request, TestResultFields.ALL, Restriction.none())
                .mapAll(this::views);
    }

    /// Lists the results of a run, the oldest first unless the client asks for another order.
    @Transactional(readOnly = true)
    Listing<TestResultView> ofRun(UUID runId, ListRequest request) {
        Restriction<TestResult> ofRun = (result, query, builder) -> builder.equal(result.get("testRunId"), runId);
        return results.listIds(request, TestResultFields.ALL.inOrder(CREATED), ofRun)
                .mapAll(this::views);
    }

    @Transactional(readOnly = true)
    TestResultView get(UUID id) {
        return view(results.get(id));
    }

    TestResultView create(TestResultRequest request) {
        List<MetricScore> said = scores(request);
        TestResult result = new TestResult(request, position(request.testRunId()), Verdict.of(said));
        labels.judge(result, result.getVerdict(), request.statusId());
        results.save(result);
        pin(result);
        scores.replace(result.getId(), said);
        return view(result);
    }

    private void pin(TestResult result) {
        UUID testId = result.getTestId();
        if (testId != null) {
            versions.hashes(testId).ifPresent(hashes -> tested.pin(result.getId(), hashes));
        }
    }

    TestResultView update(UUID id, Patch<TestResultRequest> change) {
        TestResult result = results.getForUpdate(id);
        TestResultRequest before = TestResultRequest.of(view(result));
        TestResultRequest request = change.applyTo(before, result.getVersion());
        requireSameTest(before, request);
        List<MetricScore> said = scores(request);
        if (!before.saysTheSame(request)) {
            requireKeptByClient(result);
            result.change(request);
            scores.replace(id, said);
        }
        boolean chosen = change.mentions("status_id") && !Objects.equals(request.statusId(), before.statusId());
        UUID status = chosen || !change.mentions("test_metrics") ? request.statusId() : null;
        boolean follows = change.mentions("test_metrics") || request.statusId() == null;
        labels.judge(result, follows ? Verdict.of(said) : result.getAutomaticVerdict(), status);
        return view(reviewed(results.save(result)));
    }

    private TestResult reviewed(TestResult result) {
        if (result.isReviewed()) {
            reviews.settle(result.getId());
            entities.refresh(result);
        }
        return result;
    }

    TestResultView delete(UUID id, IfMatch ifMatch) {
        TestResult result = results.getForUpdate(id);
        ifMatch.check(result.getVersion());
        TestResultView last = view(result);
        result.delete();
        results.save(result);
        return last;
    }

    private static List<MetricScore> scores(TestResultRequest request) {
        return request.testMetrics() == null ? List.of() : request.testMetrics().scores();
    }

    private @Nullable Long position(@Nullable UUID runId) {
        if (runId == null) {
            return null;
        }
        Long next = results.nextPosition(runId);
        if (next == null) {
            throw Problem.invalid("test_run_id", "is not a run that a client keeps")
                    .exception();
        }
        return next;
    }

    private static void requireSameTest(TestResultRequest before, TestResultRequest after) {
        Unchangeable.require("test_configuration_id", before.testConfigurationId(), after.testConfigurationId());
        Unchangeable.require("test_run_id", before.testRunId(), after.testRunId());
        Unchangeable.require("test_id", before.testId(), after.testId());
        Unchangeable.require("prompt_id", before.promptId(), after.promptId());
        Unchangeable.require("repetition", before.repetition(), after.repetition());
    }

    private static void requireKeptByClient(TestResult result) {
        if (result.isExecuted()) {
            throw Problem.conflict("A run wrote this result; only its status can be changed.")
                    .exception();
        }
    }

    private TestResultView view(TestResult result) {
        return views(List.of(result.getId())).getFirst();
    }

    private List<TestResultView> views(List<UUID> ids) {
        Map<UUID, List<MetricScore>> said = scores.find(ids);
        Map<UUID, TestedView> tests = tested.find(ids);
        Map<UUID, List<Review>> reviewed = reviews.of(ids);
        Attachments carried = attachments.of(TestResult.class, ids);
        return InOrder.of(ids, results.findViews(ids), view -> view.result().getId()).stream()
                .map(view -> {
                    UUID id = view.result().getId();
                    return view.with(
                            tests.get(id),
                            said.getOrDefault(id, List.of()),
                            reviewed.getOrDefault(id, List.of()),
                            carried.of(id));
                })
                .toList();
    }
}
