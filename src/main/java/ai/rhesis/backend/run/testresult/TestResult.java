package ai.rhesis.backend.run.testresult;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The result of one test. The judgements of metrics are in rows of their own.
@Entity
@Table(name = "test_result")
@Resource(name = "TestResult", path = "/test_results")
class TestResult extends TenantEntity implements Taggable, Subject {

    @Column(updatable = false)
    private UUID testConfigurationId;

    @Column(updatable = false)
    private @Nullable UUID testRunId;

    @Column(insertable = false, updatable = false)
    private @Nullable UUID testRunItemId;

    @Column(updatable = false)
    private @Nullable UUID testId;

    /// The id of the test, also once it is purged.
    @Column(updatable = false)
    private @Nullable UUID testedId;

    @Column(updatable = false)
    private @Nullable UUID promptId;

    @Column(updatable = false)
    private int repetition;

    private @Nullable UUID statusId;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    /// The verdict as a text, for filters.
    @Column(name = "verdict", insertable = false, updatable = false)
    private String verdictText;

    /// The verdict before the first review; null without one.
    @Enumerated(EnumType.STRING)
    private @Nullable Verdict automaticVerdict;

    private @Nullable UUID automaticStatusId;
    private @Nullable String error;
    private @Nullable String errorType;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable JsonNode testOutput;

    @Column(updatable = false)
    private @Nullable Long position;

    private @Nullable Long latencyMillis;

    @Column(updatable = false)
    private @Nullable Integer inputTokens;

    @Column(updatable = false)
    private @Nullable Integer outputTokens;

    @Column(updatable = false)
    private @Nullable Long costMicros;

    @Column(updatable = false)
    private @Nullable Integer judgeInputTokens;

    @Column(updatable = false)
    private @Nullable Integer judgeOutputTokens;

    @Column(updatable = false)
    private @Nullable Long judgeCostMicros;

    protected TestResult() {}

    TestResult(TestResultRequest request, @Nullable Long position, Verdict verdict) {
        identify(request.id());
        this.verdict = verdict;
        this.position = position;
        testConfigurationId = request.testConfigurationId();
        testRunId = request.testRunId();
        testId = request.testId();
        testedId = request.testId();
        promptId = request.promptId();
        repetition = request.repetition();
        change(request);
    }

    final void change(TestResultRequest request) {
        testOutput = request.outputAsObject();
        error = request.outputError();
        latencyMillis =
                request.testMetrics() == null ? null : request.testMetrics().executionTime();
    }

    /// Says what the metrics say; what reviews say goes before it.
    void judge(Verdict verdict, @Nullable UUID statusId) {
        if (isReviewed()) {
            automaticVerdict = verdict;
            automaticStatusId = statusId;
        } else {
            this.verdict = verdict;
            this.statusId = statusId;
        }
    }

    boolean isReviewed() {
        return automaticVerdict != null;
    }

    @Override
    public @Nullable String getName() {
        return null;
    }

    @Override
    protected Map<String, @Nullable Object> naturalKey(String index) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        key.put("testId", testId);
        key.put("testRunId", testRunId);
        key.put("repetition", repetition);
        return key;
    }

    public UUID getTestConfigurationId() {
        return testConfigurationId;
    }

    public @Nullable UUID getTestRunId() {
        return testRunId;
    }

    /// Tells whether a run of this service wrote it, and no client.
    public boolean isExecuted() {
        return testRunItemId != null;
    }

    public @Nullable UUID getTestId() {
        return testId;
    }

    public @Nullable UUID getPromptId() {
        return promptId;
    }

    public int getRepetition() {
        return repetition;
    }

    public @Nullable UUID getStatusId() {
        return statusId;
    }

    public Verdict getVerdict() {
        return verdict;
    }

    /// Returns the verdict without reviews.
    public Verdict getAutomaticVerdict() {
        return automaticVerdict == null ? verdict : automaticVerdict;
    }

    /// Returns the status that shows the verdict without reviews.
    public @Nullable UUID getAutomaticStatusId() {
        return isReviewed() ? automaticStatusId : statusId;
    }

    public @Nullable String getError() {
        return error;
    }

    public @Nullable String getErrorType() {
        return errorType;
    }

    public @Nullable JsonNode getTestOutput() {
        return testOutput;
    }

    public @Nullable Long getPosition() {
        return position;
    }

    public @Nullable Long getLatencyMillis() {
        return latencyMillis;
    }

    public Usage targetUsage() {
        return new Usage(inputTokens, outputTokens, costMicros);
    }

    public Usage judgeUsage() {
        return new Usage(judgeInputTokens, judgeOutputTokens, judgeCostMicros);
    }
}
