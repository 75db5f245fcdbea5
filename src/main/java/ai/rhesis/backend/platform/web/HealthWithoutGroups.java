package ai.rhesis.backend.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Set;
import org.springframework.boot.health.actuate.endpoint.SystemHealthDescriptor;
import org.springframework.boot.jackson.JacksonMixin;

/// The JSON of the health of the whole service: its state, and not the names of the probes.
@JacksonMixin(SystemHealthDescriptor.class)
interface HealthWithoutGroups {

    @JsonIgnore
    Set<String> getGroups();
}
