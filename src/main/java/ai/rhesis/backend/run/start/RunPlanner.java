package ai.rhesis.backend.run.start;

import ai.rhesis.backend.identity.user.ModelPurpose;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.endpoint.Endpoints;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.metric.metric.MetricSnapshot;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The making of a run's plan: all that it needs, as it is now.
@Component
public class RunPlanner {

    private final Endpoints endpoints;
    private final Models models;
    private final UserService users;

    RunPlanner(Endpoints endpoints, Models models, UserService users) {
        this.endpoints = endpoints;
        this.models = models;
        this.users = users;
    }

    /// Finds the endpoint with this id, or the model.
    ///
    /// @throws ProblemException 404 or 410 of an endpoint when there is neither
    @Transactional(readOnly = true)
    public PinnedTarget target(UUID id) {
        ModelSnapshot model = models.living(id);
        return new PinnedTarget(model == null ? endpoints.snapshot(id) : null, model);
    }

    /// @throws ProblemException 422 naming the model that there isn't
    @Transactional(readOnly = true)
    public RunPlan plan(PinnedTarget target, ExecutionRequest request, Collection<MetricSnapshot> metrics) {
        return new RunPlan(
                target,
                chosen(request.executionModelId(), "execution_model_id", ModelPurpose.EXECUTION),
                chosen(request.evaluationModelId(), "evaluation_model_id", ModelPurpose.EVALUATION),
                judges(metrics),
                request.executionOptions(),
                request.referenceTestRunId() != null,
                Map.of(),
                Map.of());
    }

    private @Nullable ModelSnapshot chosen(@Nullable UUID id, String field, ModelPurpose purpose) {
        if (id == null) {
            return models.living(users.modelFor(purpose));
        }
        ModelSnapshot model = models.living(id);
        if (model == null) {
            throw Problem.invalid(field, "does not exist").exception();
        }
        return model;
    }

    private Map<UUID, ModelSnapshot> judges(Collection<MetricSnapshot> metrics) {
        Map<UUID, ModelSnapshot> judges = new HashMap<>();
        for (MetricSnapshot metric : metrics) {
            ModelSnapshot own = metric.asksModel() ? models.living(metric.modelId()) : null;
            if (own != null) {
                judges.put(own.id(), own);
            }
        }
        return judges;
    }
}
