package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.integration.chat.Message;
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

/// Tries whether models answer, by really asking them, once each. A model that doesn't is no failure of the request.
@Component
class Connections {

    private static final Chat SMALL_QUESTION =
            Chat.of(List.of(Message.user("Answer with the single word pong, and nothing else.")));

    private final ModelService stored;
    private final Models models;
    private final TypeLookupService lookups;

    Connections(ModelService stored, Models models, TypeLookupService lookups) {
        this.stored = stored;
        this.models = models;
        this.lookups = lookups;
    }

    Connection test(UUID id) {
        ModelView view = stored.get(id);
        Model model = view.model();
        String unavailability = view.unavailability();
        if (unavailability != null) {
            String provider =
                    view.providerType() == null ? "" : view.providerType().typeValue();
            return new Connection(provider, model.getModelName(), Reason.CONFIGURATION, unavailability, 0);
        }
        ModelSnapshot snapshot = models.snapshot(id);
        Function<Line, String> ask = question(snapshot, model.getModelType(), model.getDimension());
        return test(snapshot, () -> ask.apply(models.line(snapshot, models.key(snapshot))));
    }

    Connection test(ConnectionRequest request) {
        RequestHeaders.requireNoSecret(request.requestHeaders());
        lookups.require("ProviderType", request.provider(), "provider");
        ModelSnapshot model = request.toModel();
        Function<Line, String> ask = question(model, request.modelType(), request.dimension());
        return test(model, () -> ask.apply(models.line(model, request.key())));
    }

    private static Connection test(ModelSnapshot model, Supplier<String> call) {
        long start = System.nanoTime();
        try {
            String message = call.get();
            return new Connection(model.provider(), model.modelName(), null, message, since(start));
        } catch (CallException noAnswer) {
            String message = String.valueOf(noAnswer.getMessage());
            return new Connection(model.provider(), model.modelName(), noAnswer.reason(), message, since(start));
        }
    }

    private static Function<Line, String> question(ModelSnapshot model, String type, @Nullable Integer dimension) {
        return type.equals("embedding") ? line -> embed(line, model, dimension) : line -> chat(line, model);
    }

    private static String chat(Line line, ModelSnapshot model) {
        Models.chat(line, model, SMALL_QUESTION);
        return "The model answers";
    }

    private static String embed(Line line, ModelSnapshot model, @Nullable Integer dimension) {
        int found = Models.dimension(line, model, "ping");
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
