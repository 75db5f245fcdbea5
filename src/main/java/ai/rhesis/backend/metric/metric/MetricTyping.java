package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.annotation.typelookup.TypeLookup;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.web.body.NamedReference;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The search for the type lookups that a metric names. An unchanged one isn't looked up again, because it may have
/// been renamed or deleted.
@Component
class MetricTyping {

    private final TypeLookupService lookups;

    MetricTyping(TypeLookupService lookups) {
        this.lookups = lookups;
    }

    /// @throws ProblemException 422 that names the field whose value there is not
    MetricTypes of(@Nullable NamedReference type, NamedReference backend, @Nullable MetricTypes before) {
        UUID typeId = typeId(type, before == null ? null : before.metricTypeId());
        if (before != null && before.backendTypeId().equals(backend.id())) {
            return new MetricTypes(typeId, before.backendTypeId(), before.backend());
        }
        TypeLookup found = lookups.require("BackendType", backend, "backend_type");
        return new MetricTypes(typeId, found.getId(), found.getTypeValue().toLowerCase(Locale.ROOT));
    }

    // The SDK has types of its own, such as "generation", and expects that they are made.
    private @Nullable UUID typeId(@Nullable NamedReference type, @Nullable UUID before) {
        if (type == null) {
            return null;
        }
        return before != null && before.equals(type.id()) ? before : lookups.idOf("MetricType", type, "metric_type");
    }
}
