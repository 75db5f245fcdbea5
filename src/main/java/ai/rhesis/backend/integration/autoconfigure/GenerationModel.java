package ai.rhesis.backend.integration.autoconfigure;

import ai.rhesis.backend.identity.user.ModelPurpose;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The model that the caller chose for generation.
@Service
@Transactional(readOnly = true)
class GenerationModel {

    private final Models models;
    private final UserService users;
    private final Directory directory;

    GenerationModel(Models models, UserService users, Directory directory) {
        this.models = models;
        this.users = users;
        this.directory = directory;
    }

    /// @throws ProblemException 400 when none is chosen, or it was deleted
    ModelSnapshot chosen() {
        UUID id = users.modelFor(ModelPurpose.GENERATION);
        if (id == null || !directory.isLiving(Model.class, id)) {
            throw Problem.badRequest(
                            "models.generation",
                            "No model is chosen for generation: choose one in your settings, as models.generation.model_id"
                                    + " (PATCH /users/settings)")
                    .exception();
        }
        return models.snapshot(id);
    }
}
