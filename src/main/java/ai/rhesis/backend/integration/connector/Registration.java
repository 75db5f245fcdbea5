package ai.rhesis.backend.integration.connector;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The functions and metrics that a program offers, as its frame `register` lists them.
///
/// @param service where its functions are called; null for a program that only has metrics
public record Registration(
        @Nullable SdkService service,
        @Nullable String sdkVersion,
        List<RegisteredFunction> functions,
        List<RegisteredMetric> metrics) {

    /// Returns the project, where it has one.
    @Nullable
    UUID projectId() {
        return service == null ? null : service.projectId();
    }

    /// Returns the registration in this project where it names none: a token of one project opens no other.
    Registration in(@Nullable UUID project) {
        return service != null || project == null
                ? this
                : new Registration(
                        new SdkService(project, SdkService.DEFAULT_ENVIRONMENT), sdkVersion, functions, metrics);
    }

    List<String> metricNames() {
        return metrics.stream().map(RegisteredMetric::name).toList();
    }
}
