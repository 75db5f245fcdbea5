package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelKeyService;
import ai.rhesis.backend.integration.model.ModelService;
import ai.rhesis.backend.integration.model.ModelView;
import ai.rhesis.backend.integration.model.Provider;
import ai.rhesis.backend.integration.model.Provider.Protocol;
import ai.rhesis.backend.integration.price.PriceService;
import ai.rhesis.backend.platform.egress.Attempts;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Egress;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The calls to stored models. Make them outside any transaction: the key is read in one of its own.
@Component
public class Models {

    private final ModelService models;
    private final ModelKeyService keys;
    private final Egress egress;
    private final PriceService prices;
    private final Directory directory;
    private final RejectedOptions rejected = new RejectedOptions();

    Models(ModelService models, ModelKeyService keys, PriceService prices, Egress egress, Directory directory) {
        this.models = models;
        this.keys = keys;
        this.egress = egress;
        this.prices = prices;
        this.directory = directory;
    }

    /// Takes a snapshot of a model as it is now.
    ///
    /// @throws ProblemException 404 or 410 without the model, 409 without its provider
    public ModelSnapshot snapshot(UUID modelId) {
        ModelView view = models.get(modelId);
        Model model = view.model();
        if (view.isWithoutItsProvider()) {
            throw Problem.conflict("The model " + model.getName() + " can't be called: its provider was deleted.")
                    .exception();
        }
        return new ModelSnapshot(
                modelId,
                model.getName(),
                view.provider(),
                model.getModelName(),
                model.getEndpoint(),
                Objects.requireNonNullElse(model.getRequestHeaders(), Map.of()),
                Map.of());
    }

    /// Takes a snapshot of a model as it is now; null of none, and of one that does not live.
    @Transactional(readOnly = true)
    public @Nullable ModelSnapshot living(@Nullable UUID modelId) {
        return modelId == null || !directory.isLiving(Model.class, modelId) ? null : snapshot(modelId);
    }

    /// Asks a model, again where the failure may pass, and without those options that it refuses.
    ///
    /// @throws CallException when there is no answer, after all attempts
    @Transactional(propagation = Propagation.NEVER)
    public Reply chat(ModelSnapshot model, Chat chat) {
        ProviderClient client = client(model, key(model));
        boolean takesSchema = Provider.of(model.provider()).protocol() == Protocol.OPENAI;
        Chat complete = (takesSchema ? chat : chat.inWords()).over(model.parameters());
        Reply reply = rejected.ask(model, complete, accepted -> Attempts.call(() -> chat(client, model, accepted)));
        return reply.usage().costMicros() == null ? priced(model, reply) : reply;
    }

    /// Embeds a text, again where the failure may pass.
    ///
    /// @throws CallException when there is no answer, after all attempts
    @Transactional(propagation = Propagation.NEVER)
    public Embedding embed(ModelSnapshot model, String text) {
        ProviderClient client = client(model, key(model));
        return Attempts.call(() -> embed(client, model, text));
    }

    /// Completes the usage: only some providers tell what an answer costs; elsewhere the organization's own
    /// price counts, where it has one.
    private Reply priced(ModelSnapshot model, Reply reply) {
        return prices.now(model.id())
                .map(price -> new Reply(reply.text(), reply.ending(), price.of(reply.usage())))
                .orElse(reply);
    }

    /// Reads the key of a stored model.
    ///
    /// @throws CallException when it was saved for another destination than the snapshot has
    @Nullable
    String key(ModelSnapshot model) {
        return keys.keyFor(model.id(), Provider.of(model.provider()).destination(model.endpoint()));
    }

    /// Creates the client of a model that need not be stored.
    ProviderClient client(ModelSnapshot model, @Nullable String key) {
        return new ProviderClient(egress.client(), Destination.of(model, key));
    }

    /// Asks once.
    static Reply chat(ProviderClient client, ModelSnapshot model, Chat chat) {
        return switch (Provider.of(model.provider()).protocol()) {
            case OPENAI -> OpenAiProtocol.chat(client, model.modelName(), chat);
            case ANTHROPIC -> AnthropicProtocol.chat(client, model.modelName(), chat);
        };
    }

    /// Embeds a text once.
    static Embedding embed(ProviderClient client, ModelSnapshot model, String text) {
        return switch (Provider.of(model.provider()).protocol()) {
            case OPENAI -> OpenAiProtocol.embed(client, model.modelName(), text);
            case ANTHROPIC -> throw CallException.configuration("anthropic has no embedding models");
        };
    }
}
