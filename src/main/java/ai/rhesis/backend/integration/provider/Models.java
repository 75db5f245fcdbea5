package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelKeyService;
import ai.rhesis.backend.integration.model.ModelService;
import ai.rhesis.backend.integration.model.ModelView;
import ai.rhesis.backend.integration.model.Provider;
import ai.rhesis.backend.platform.egress.Attempts;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Egress;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Stored models, ready to be called. Call it outside any transaction: it reads the key in one of its own.
@Component
public class Models {

    private final ModelService models;
    private final ModelKeyService keys;
    private final OkHttpClient client;

    Models(ModelService models, ModelKeyService keys, Egress egress) {
        this.models = models;
        this.keys = keys;
        this.client = egress.client();
    }

    /// The model as it is now.
    ///
    /// @throws ProblemException 404 or 410 without the model, 409 without its provider
    public ModelSnapshot snapshot(UUID modelId) {
        ModelView view = models.get(modelId);
        Model model = view.model();
        if (view.providerType() == null) {
            throw Problem.conflict("The model " + model.getName() + " can't be called: its provider was deleted.")
                    .exception();
        }
        return new ModelSnapshot(
                modelId,
                model.getName(),
                view.providerType().typeValue(),
                model.getModelName(),
                model.getEndpoint(),
                Objects.requireNonNullElse(model.getRequestHeaders(), Map.of()),
                Map.of());
    }

    /// @throws CallException when there is no answer, after all attempts
    @Transactional(propagation = Propagation.NEVER)
    public Reply chat(ModelSnapshot model, Chat chat) {
        Line line = line(model, key(model));
        return Attempts.call(() -> chat(line, model, chat));
    }

    /// The key of a stored model.
    ///
    /// @throws CallException when it was saved for another destination than the snapshot has
    @Nullable
    String key(ModelSnapshot model) {
        return keys.keyFor(model.id(), Provider.of(model.provider()).destination(model.endpoint()));
    }

    /// A line to a model that need not be stored.
    Line line(ModelSnapshot model, @Nullable String key) {
        return new Line(client, Destination.of(model, key));
    }

    /// Asks once.
    static Reply chat(Line line, ModelSnapshot model, Chat chat) {
        Chat complete = chat.over(model.parameters());
        return switch (Provider.of(model.provider()).protocol()) {
            case OPENAI -> OpenAiDialect.chat(line, model.modelName(), complete);
            case ANTHROPIC -> AnthropicDialect.chat(line, model.modelName(), complete);
            case OLLAMA -> OllamaDialect.chat(line, model.modelName(), complete);
        };
    }

    /// Embeds a text once and answers how many numbers it became.
    static int dimension(Line line, ModelSnapshot model, String text) {
        return switch (Provider.of(model.provider()).protocol()) {
            case OPENAI -> OpenAiDialect.dimension(line, model.modelName(), text);
            case ANTHROPIC -> throw CallException.configuration("anthropic has no embedding models");
            case OLLAMA -> OllamaDialect.dimension(line, model.modelName(), text);
        };
    }
}
