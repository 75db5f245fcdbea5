package ai.rhesis.backend.platform.web;

import java.util.Set;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The state of the whole service as published clients read it: `ok` where all of its parts are up. The probes,
/// which have an order of their own, keep the words of the container's world.
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    private static final Status OK = new Status("ok");

    @Bean
    StatusAggregator healthStatusAggregator() {
        StatusAggregator defaults = StatusAggregator.getDefault();
        return statuses -> {
            Status status = defaults.getAggregateStatus(Set.copyOf(statuses));
            return status.equals(Status.UP) ? OK : status;
        };
    }
}
