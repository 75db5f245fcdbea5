package ai.rhesis.backend.platform.web;

import java.util.Set;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/// The state of the whole service as published clients read it: `ok` where all of its parts are up. The probes,
/// which have an order of their own, keep the words of the container's world.
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final Status OK = new Status("ok");

    /// The type of the answers, which needs no reader that knows Spring's own.
    @Bean
    static EndpointMediaTypes endpointMediaTypes() {
        return new EndpointMediaTypes(MediaType.APPLICATION_JSON_VALUE);
    }

    @Bean
    static StatusAggregator healthStatusAggregator() {
        StatusAggregator defaults = StatusAggregator.getDefault();
        return statuses -> {
            Status status = defaults.getAggregateStatus(Set.copyOf(statuses));
            return status.equals(Status.UP) ? OK : status;
        };
    }
}
