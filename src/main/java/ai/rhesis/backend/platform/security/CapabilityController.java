package ai.rhesis.backend.platform.security;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CapabilityController {

    private final Capabilities capabilities;

    CapabilityController(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /// Lists all capabilities.
    @GetMapping("/capabilities")
    List<String> all() {
        return capabilities.all();
    }

    /// Lists the capabilities of the caller: none while they have no organization.
    @WithoutOrganization
    @AcrossProjects
    @GetMapping("/me/permissions")
    List<String> mine(@AuthenticationPrincipal Caller caller) {
        return caller.role() == null ? List.of() : capabilities.of(caller.role());
    }
}
