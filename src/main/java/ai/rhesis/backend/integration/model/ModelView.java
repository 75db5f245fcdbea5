package ai.rhesis.backend.integration.model;

import ai.rhesis.backend.annotation.subject.Counts;
import ai.rhesis.backend.identity.user.UserReference;
import ai.rhesis.backend.platform.query.Joined;
import ai.rhesis.backend.platform.query.Reference;
import org.jspecify.annotations.Nullable;

/// A model with what it points at and what is about it. The provider is null where there is none, or it was deleted.
public record ModelView(
        Model model,
        @Nullable ProviderType providerType,
        @Nullable Reference status,
        @Nullable UserReference user,
        @Nullable UserReference owner,
        @Nullable UserReference assignee,
        Counts counts) {

    /// Creates the view from the joins of a query.
    ModelView(
            Model model,
            ProviderType providerType,
            @Nullable Reference status,
            @Nullable UserReference user,
            @Nullable UserReference owner,
            @Nullable UserReference assignee) {
        this(model, Joined.orNull(providerType), status, user, owner, assignee, Counts.NONE);
    }

    ModelView with(Counts counted) {
        return new ModelView(model, providerType, status, user, owner, assignee, counted);
    }

    /// Tells whether the model can be called.
    public boolean isAvailable() {
        return unavailability() == null;
    }

    /// Returns why the model can't be called; null when it can.
    public @Nullable String unavailability() {
        return isWithoutItsProvider()
                ? "The provider of this model was deleted"
                : Provider.of(provider()).unavailability(model.getEndpoint(), model.hasKey());
    }

    /// Returns the name of the provider; empty without one.
    public String provider() {
        return providerType == null ? "" : providerType.typeValue();
    }

    /// Tells whether the provider was deleted.
    public boolean isWithoutItsProvider() {
        return providerType == null && model.getProviderTypeId() != null;
    }
}
