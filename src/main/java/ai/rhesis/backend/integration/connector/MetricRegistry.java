package ai.rhesis.backend.integration.connector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The feature that turns registered metrics into metrics.
public interface MetricRegistry {

    /// Registers the metrics of a program, at least one; the others of the same service become inactive.
    ///
    /// It runs outside any transaction, as the connection's user. The project of the service is set where there is
    /// one.
    ///
    /// @param service null for a program without a project
    SyncStats register(@Nullable SdkService service, List<RegisteredMetric> metrics);
}
