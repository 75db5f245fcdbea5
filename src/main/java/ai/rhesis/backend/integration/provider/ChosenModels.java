package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.identity.user.ModelPurpose;
import ai.rhesis.backend.identity.user.UserService;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The models that the caller chose: the one that a request names, else the one of their settings for the purpose.
@Service
@Transactional(readOnly = true)
public class ChosenModels {

    /// The provider by which published clients call this service: its models would call it again, without end.
    private static final String OURSELVES = "rhesis";

    private final Models models;
    private final UserService users;

    ChosenModels(Models models, UserService users) {
        this.models = models;
        this.users = users;
    }

    /// Returns the model that writes for the caller.
    ///
    /// @throws ProblemException 400 when none is chosen, it was deleted, or it would call this service again
    public ModelSnapshot generation() {
        return of(ModelPurpose.GENERATION);
    }

    /// Returns the model that writes for the caller.
    ///
    /// @param modelId one for this request alone
    /// @throws ProblemException 422 on `model_id` when there is no such model, 400 as [#generation()]
    public ModelSnapshot generation(@Nullable UUID modelId) {
        if (modelId == null) {
            return generation();
        }
        ModelSnapshot model = models.living(modelId);
        if (model == null) {
            throw Problem.invalid("model_id", "does not exist").exception();
        }
        return callable(model);
    }

    /// Returns the model that embeds texts for the caller.
    ///
    /// @throws ProblemException 400 when none is chosen, it was deleted, or it would call this service again
    public ModelSnapshot embedding() {
        return of(ModelPurpose.EMBEDDING);
    }

    private ModelSnapshot of(ModelPurpose purpose) {
        ModelSnapshot model = models.living(users.modelFor(purpose));
        if (model == null) {
            String name = purpose.name().toLowerCase(Locale.ROOT);
            throw Problem.badRequest(
                            "models." + name,
                            "No model is chosen for %1$s: choose one in your settings, as models.%1$s.model_id (PATCH /users/settings)"
                                    .formatted(name))
                    .exception();
        }
        return callable(model);
    }

    private static ModelSnapshot callable(ModelSnapshot model) {
        if (model.provider().equalsIgnoreCase(OURSELVES)) {
            throw Problem.badRequest(
                            "model_id",
                            "The model %s is of the provider rhesis, which is this service: choose one of another provider"
                                    .formatted(model.name()))
                    .exception();
        }
        return model;
    }
}
