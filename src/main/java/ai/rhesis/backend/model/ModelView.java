package ai.rhesis.backend.model;

import ai.rhesis.backend.subject.Counts;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model with its provider, which is null when that was deleted, and what is about it.
public record ModelView(Model model, @Nullable ProviderType providerType, Counts counts) {

    private static final Set<String> KEYLESS = Set.of("ollama", "vllm", "litellm_proxy", "huggingface");

    /// As a query reads it.
    ModelView(Model model, @Nullable UUID typeId, @Nullable String typeName, @Nullable String typeValue) {
        this(
                model,
                typeId == null || typeName == null || typeValue == null
                        ? null
                        : new ProviderType(typeId, typeName, typeValue),
                Counts.NONE);
    }

    ModelView with(Counts counts) {
        return new ModelView(model, providerType, counts);
    }

    /// Whether the model can be called.
    public boolean isAvailable() {
        return unavailability() == null;
    }

    /// Why the model can't be called; null when it can.
    public @Nullable String unavailability() {
        if (providerType == null) {
            return "The provider of this model was deleted";
        }
        String provider = providerType.typeValue();
        return model.hasKey() || KEYLESS.contains(provider.toLowerCase(Locale.ROOT))
                ? null
                : "No key is stored, and " + provider + " needs one";
    }
}
