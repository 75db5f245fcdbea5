package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.Embedding;
import ai.rhesis.backend.integration.provider.GenerationCalls;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The embeddings of suggestions, which order them and nothing more: without them there are suggestions all the
/// same.
@Component
class SuggestionEmbedding {

    private final ChosenModels chosen;
    private final Models models;
    private final TokenMeter meter;

    SuggestionEmbedding(ChosenModels chosen, Models models, TokenMeter meter) {
        this.chosen = chosen;
        this.models = models;
        this.meter = meter;
    }

    /// Returns the model that embeds for the caller; null where it is not wanted, or none can be called.
    @Nullable
    ModelSnapshot model(boolean isWanted) {
        try {
            return isWanted ? chosen.embedding() : null;
        } catch (ProblemException noModel) {
            return null;
        }
    }

    /// Embeds a text; null when there is no answer, or one without numbers.
    @Nullable
    List<Double> embed(ModelSnapshot model, String text) {
        try {
            Embedding embedding = GenerationCalls.within(() -> models.embed(model, text));
            meter.count(embedding.usage());
            return isUsable(embedding.numbers()) ? embedding.numbers() : null;
        } catch (ProblemException noAnswer) {
            return null;
        }
    }

    private static boolean isUsable(List<Double> numbers) {
        return !numbers.isEmpty() && numbers.stream().allMatch(Double::isFinite);
    }
}
