package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.annotation.subject.Counts;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A model with its provider, which is null when that was deleted, and what is about it.
public record ModelView(Model model, @Nullable ProviderType providerType, Counts counts) {

    /// Creates the view from the columns of a query.
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

    /// Returns whether the model can be called.
    public boolean isAvailable() {
        return unavailability() == null;
    }

    /// Returns why the model can't be called; null when it can.
    public @Nullable String unavailability() {
        return providerType == null
                ? "The provider of this model was deleted"
                : Provider.of(providerType.typeValue()).unavailability(model.getEndpoint(), model.hasKey());
    }
}
