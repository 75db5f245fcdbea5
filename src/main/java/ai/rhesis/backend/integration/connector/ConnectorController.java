package ai.rhesis.backend.integration.connector;

import ai.rhesis.backend.platform.security.Capability;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/connector")
class ConnectorController {

    private final ConnectorService connector;

    ConnectorController(ConnectorService connector) {
        this.connector = connector;
    }

    @GetMapping("/status/{id}")
    ConnectorStatusView status(
            @PathVariable String id, @RequestParam(defaultValue = SdkService.DEFAULT_ENVIRONMENT) String environment) {
        return connector.status(id, environment);
    }

    @Capability("playground:use")
    @PostMapping("/trigger")
    TriggerResponse trigger(@RequestBody TriggerRequest request) {
        return TriggerResponse.of(connector.trigger(request));
    }
}
