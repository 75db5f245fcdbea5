package ai.rhesis.backend.platform.security;

import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CapabilityController {

    private final Capabilities capabilities;

    CapabilityController(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /// What can be done at all.
    @GetMapping("/capabilities")
    List<String> all() {
        return capabilities.all();
    }

    /// What the caller may do.
    @GetMapping("/me/permissions")
    List<String> mine(Caller caller) {
        return capabilities.of(Objects.requireNonNull(caller.role()));
    }
}
