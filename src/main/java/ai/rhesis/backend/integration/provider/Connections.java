package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.model.Model;
import ai.rhesis.backend.integration.model.ModelService;
import ai.rhesis.backend.integration.model.ModelView;
import ai.rhesis.backend.integration.model.RequestHeaders;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.CallException.Reason;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Trials of models, each by one real call. A model that does not answer is a result and no failure of the request.
@Component
class Connections {

    private static final Chat SMALL_QUESTION =
            Chat.of(List.of(Message.user("Answer with the single word pong, and nothing else.")));

    private final ModelService stored;
    private final Models models;
    private final TypeLookupService lookups;
    private final TokenMeter meter;

    Connections(ModelService stored, Models models, TypeLookupService lookups, TokenMeter meter) {
        this.stored = stored;
        this.models = models;
        this.lookups = lookups;
        this.meter = meter;
    }

    ConnectionResult test(UUID id) {
        ModelView view = stored.get(id);
        Model model = view.model();
        String unavailability = view.unavailability();
        if (unavailability != null) {
            return new ConnectionResult(view.provider(), model.getModelName(), Reason.CONFIGURATION, unavailability, 0);
        }
        ModelSnapshot snapshot = models.snapshot(id);
        Function<ProviderClient, String> ask = question(snapshot, model.getModelType(), model.getDimension());
        return test(snapshot, () -> ask.apply(models.client(snapshot, models.key(snapshot))));
    }

    ConnectionResult test(ConnectionRequest request) {
        RequestHeaders.requireNoSecret(request.requestHeaders());
        lookups.require("ProviderType", request.provider(), "provider");
        ModelSnapshot model = request.toModel();
        Function<ProviderClient, String> ask = question(model, request.modelType(), request.dimension());
        return test(model, () -> ask.apply(models.client(model, request.key())));
    }

    private static ConnectionResult test(ModelSnapshot model, Supplier<String> call) {
        long start = System.nanoTime();
        try {
            String message = call.get();
            return new ConnectionResult(model.provider(), model.modelName(), null, message, since(start));
        } catch (CallException noAnswer) {
            String message = String.valueOf(noAnswer.getMessage());
            return new ConnectionResult(model.provider(), model.modelName(), noAnswer.reason(), message, since(start));
        }
    }

    private Function<ProviderClient, String> question(ModelSnapshot model, String type, @Nullable Integer dimension) {
        return type.equals("embedding") ? client -> embed(client, model, dimension) : client -> chat(client, model);
    }

    private String chat(ProviderClient client, ModelSnapshot model) {
        meter.count(Models.chat(client, model, SMALL_QUESTION).usage());
        return "The model answers";
    }

    private String embed(ProviderClient client, ModelSnapshot model, @Nullable Integer dimension) {
        Embedding embedding = Models.embed(client, model, "ping");
        meter.count(embedding.usage());
        int found = embedding.dimension();
        if (dimension != null && dimension != found) {
            throw CallException.answer("The model answers with %d numbers, and its dimension is said to be %d"
                    .formatted(found, dimension));
        }
        return "The model answers with " + found + " numbers";
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
