package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.identity.user.ModelPurpose;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.platform.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The model that the caller chose for generation.
@Service
@Transactional(readOnly = true)
class GenerationModel {

    private final Models models;
    private final UserService users;

    GenerationModel(Models models, UserService users) {
        this.models = models;
        this.users = users;
    }

    /// @throws ProblemException 400 when none is chosen, or it was deleted
    ModelSnapshot chosen() {
        ModelSnapshot model = models.living(users.modelFor(ModelPurpose.GENERATION));
        if (model == null) {
            throw Problem.badRequest(
                            "models.generation",
                            "No model is chosen for generation: choose one in your settings, as models.generation.model_id"
                                    + " (PATCH /users/settings)")
                    .exception();
        }
        return model;
    }
}
