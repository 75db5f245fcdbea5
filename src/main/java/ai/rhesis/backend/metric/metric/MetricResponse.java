package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.annotation.tag.TagReference;
import ai.rhesis.backend.annotation.typelookup.TypeReference;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Reference;
import ai.rhesis.backend.platform.web.Identified;
import ai.rhesis.backend.platform.web.Identity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A metric as a client reads it.
public record MetricResponse(
        Identity identity,
        String name,
        @Nullable String description,
        String evaluationPrompt,
        @Nullable String evaluationSteps,
        @Nullable String reasoning,
        @Nullable String evaluationExamples,
        String scoreType,
        @Nullable Double minScore,
        @Nullable Double maxScore,
        @Nullable Double threshold,
        String thresholdOperator,
        @Nullable List<String> categories,
        @Nullable List<String> passingCategories,
        List<String> metricScope,
        @Nullable UUID metricTypeId,
        @Nullable TypeReference metricType,
        UUID backendTypeId,
        @Nullable TypeReference backendType,
        @Nullable String className,
        boolean groundTruthRequired,
        boolean contextRequired,
        @Nullable UUID modelId,
        @Nullable Reference model,
        @Nullable String explanation,
        @Nullable UUID statusId,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UUID ownerId,
        @Nullable UserReference owner,
        @Nullable UUID assigneeId,
        @Nullable UserReference assignee,
        List<Reference> requirements,
        List<TagReference> tags,
        Counts counts)
        implements Identified {

    public static MetricResponse of(MetricView view) {
        MetricRequest written = view.metric().asWritten();
        MetricTypes types = view.metric().types();
        return new MetricResponse(
                Identity.of(view.metric()),
                written.name(),
                written.description(),
                written.evaluationPrompt(),
                written.evaluationSteps(),
                written.reasoning(),
                written.evaluationExamples(),
                written.scoreType(),
                written.minScore(),
                written.maxScore(),
                written.threshold(),
                written.thresholdOperator(),
                written.categories(),
                written.passingCategories(),
                written.metricScope(),
                types.metricTypeId(),
                view.metricType(),
                types.backendTypeId(),
                view.backendType(),
                written.className(),
                written.groundTruthRequired(),
                written.contextRequired(),
                written.modelId(),
                view.model(),
                written.explanation(),
                written.statusId(),
                view.status(),
                view.user(),
                written.ownerId(),
                view.owner(),
                written.assigneeId(),
                view.assignee(),
                view.requirements(),
                view.attached().tags(),
                view.attached().counts());
    }
}
