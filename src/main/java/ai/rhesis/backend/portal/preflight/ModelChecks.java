package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.identity.user.ModelPurpose;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The checks whether the models answer that judge and that play the user, by one question each.
@Component
class ModelChecks {

    private static final String QUESTION = "Answer with the word OK.";

    private final UserService users;
    private final Models models;
    private final SmallQuestions questions;
    private final SetMetrics metrics;

    ModelChecks(UserService users, Models models, SmallQuestions questions, SetMetrics metrics) {
        this.users = users;
        this.models = models;
        this.questions = questions;
        this.metrics = metrics;
    }

    /// Looks at the model for metrics without one of their own; skipped where none is chosen and no metric needs it.
    Finding evaluation(PreflightPlan plan) {
        UUID chosen = chosen(plan.request().evaluationModelId(), ModelPurpose.EVALUATION);
        if (chosen == null && plan.sets().stream().noneMatch(set -> needsJudge(plan, set))) {
            return Finding.skipped("No metric needs an evaluation model");
        }
        return ask("Evaluation model", chosen);
    }

    Finding execution(PreflightRequest request) {
        return ask("Execution model", chosen(request.executionModelId(), ModelPurpose.EXECUTION));
    }

    private boolean needsJudge(PreflightPlan plan, CheckedSet set) {
        return metrics.inScope(plan.request(), set).stream()
                .anyMatch(metric -> metric.asksModel() && metric.modelId() == null);
    }

    private @Nullable UUID chosen(@Nullable UUID asked, ModelPurpose purpose) {
        return asked == null ? users.modelFor(purpose) : asked;
    }

    private Finding ask(String what, @Nullable UUID id) {
        if (id == null) {
            return Finding.failed(what + " is not chosen", "Choose one for this run or in your settings.");
        }
        ModelSnapshot model = models.snapshot(id);
        questions.ask(model, QUESTION);
        return Finding.passed(what + " is configured and valid", model.name());
    }
}
