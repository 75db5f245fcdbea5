package ai.rhesis.backend.integration.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The features that turn what programs register into endpoints and metrics.
@Component
class Synchronization {

    private static final SyncStats WITHOUT_PROJECT = new SyncStats(
            0, 0, 0, List.of("functions are registered in a project only: the program gives no project_id"));

    private final ObjectProvider<FunctionRegistry> functions;
    private final ObjectProvider<MetricRegistry> metrics;

    Synchronization(ObjectProvider<FunctionRegistry> functions, ObjectProvider<MetricRegistry> metrics) {
        this.functions = functions;
        this.metrics = metrics;
    }

    /// Hands a registration to them. One of a connection that is not called, because a newer one is, changes nothing.
    ServerFrame.Stats stats(Registration registration, boolean isNewest) {
        if (!isNewest) {
            return ServerFrame.Stats.of(SyncStats.NONE, null);
        }
        return ServerFrame.Stats.of(functions(registration), metrics(registration));
    }

    private SyncStats functions(Registration registration) {
        SdkService service = registration.service();
        if (service == null) {
            return registration.functions().isEmpty() ? SyncStats.NONE : WITHOUT_PROJECT;
        }
        FunctionRegistry registry = functions.getIfAvailable();
        return registry == null ? SyncStats.NONE : registry.register(service, registration.functions());
    }

    private @Nullable SyncStats metrics(Registration registration) {
        MetricRegistry registry = metrics.getIfAvailable();
        return registry == null || registration.metrics().isEmpty()
                ? null
                : registry.register(registration.service(), registration.metrics());
    }
}
