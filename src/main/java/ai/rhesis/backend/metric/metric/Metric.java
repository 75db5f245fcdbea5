package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.annotation.subject.Subject;
import ai.rhesis.backend.annotation.tag.Taggable;
import ai.rhesis.backend.platform.persistence.Resource;
import ai.rhesis.backend.platform.persistence.TenantEntity;
import ai.rhesis.backend.platform.web.body.NamedReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A judge of the results of tests: an assertion, or a model that is asked.
@Entity
@Table(name = "metric")
@Resource(name = "Metric", path = "/metrics")
public class Metric extends TenantEntity implements Taggable, Subject {

    private String name;

    @Column(insertable = false, updatable = false)
    private String nameKey;

    private @Nullable String description;
    private String evaluationPrompt;
    private @Nullable String evaluationSteps;
    private @Nullable String reasoning;
    private @Nullable String evaluationExamples;
    private String scoreType;
    private @Nullable Double minScore;
    private @Nullable Double maxScore;
    private @Nullable Double threshold;
    private String thresholdOperator;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> categories;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> passingCategories;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> metricScope;

    private @Nullable UUID metricTypeId;
    private UUID backendTypeId;
    private String backend;
    private @Nullable String className;
    private boolean groundTruthRequired;
    private boolean contextRequired;
    private @Nullable UUID modelId;
    private @Nullable String explanation;
    private @Nullable UUID statusId;
    private @Nullable UUID ownerId;
    private @Nullable UUID assigneeId;

    protected Metric() {}

    Metric(MetricRequest request, MetricTypes types) {
        identify(request.id());
        change(request, types);
    }

    final void change(MetricRequest request, MetricTypes types) {
        name = request.name();
        description = request.description();
        evaluationPrompt = request.evaluationPrompt();
        evaluationSteps = request.evaluationSteps();
        reasoning = request.reasoning();
        evaluationExamples = request.evaluationExamples();
        scoreType = request.scoreType();
        minScore = request.minScore();
        maxScore = request.maxScore();
        threshold = request.threshold();
        thresholdOperator = request.thresholdOperator();
        categories = request.categories();
        passingCategories = request.passingCategories();
        metricScope = request.metricScope();
        metricTypeId = types.metricTypeId();
        backendTypeId = types.backendTypeId();
        backend = types.backend();
        className = request.className();
        groundTruthRequired = request.groundTruthRequired();
        contextRequired = request.contextRequired();
        modelId = request.modelId();
        explanation = request.explanation();
        assign(request);
    }

    /// Takes over what a connected program tells of it.
    void told(ProgramMetric told, String examples, @Nullable UUID status) {
        description = told.description() == null ? description : told.description();
        scoreType = told.scoreType();
        groundTruthRequired = told.needsGroundTruth();
        contextRequired = told.needsContext();
        evaluationExamples = examples;
        statusId = status;
    }

    /// Notes that programs no longer have it.
    void left(String examples, @Nullable UUID status) {
        evaluationExamples = examples;
        statusId = status;
    }

    private void assign(MetricRequest request) {
        statusId = request.statusId();
        ownerId = request.ownerId();
        assigneeId = request.assigneeId();
    }

    /// Takes a snapshot of the metric, with what is left to the server filled in.
    ///
    /// @param scope for which tests, when that is not what the metric says
    MetricSnapshot snapshot(@Nullable List<String> scope) {
        ScoreRange range = ScoreRange.of(asWritten(), backend);
        return new MetricSnapshot(
                getId(),
                name,
                backend,
                className,
                scoreType,
                List.copyOf(scope == null || scope.isEmpty() ? metricScope : scope),
                evaluationPrompt,
                evaluationSteps,
                reasoning,
                evaluationExamples,
                range.min(),
                range.max(),
                range.threshold(),
                thresholdOperator,
                Objects.requireNonNullElse(categories, List.of()),
                Objects.requireNonNullElse(passingCategories, List.of()),
                groundTruthRequired,
                contextRequired,
                modelId,
                description);
    }

    /// Returns the request that would create this metric.
    MetricRequest asWritten() {
        return new MetricRequest(
                getId(),
                name,
                description,
                evaluationPrompt,
                evaluationSteps,
                reasoning,
                evaluationExamples,
                scoreType,
                minScore,
                maxScore,
                threshold,
                thresholdOperator,
                categories,
                passingCategories,
                metricScope,
                null,
                NamedReference.of(metricTypeId),
                null,
                NamedReference.of(backendTypeId),
                className,
                groundTruthRequired,
                contextRequired,
                modelId,
                explanation,
                statusId,
                ownerId,
                assigneeId);
    }

    @Override
    public String getName() {
        return name;
    }

    MetricTypes types() {
        return new MetricTypes(metricTypeId, backendTypeId, backend);
    }
}
