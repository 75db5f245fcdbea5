package ai.rhesis.backend.integration.provider;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/models")
class ConnectionController {

    private final Connections connections;

    ConnectionController(Connections connections) {
        this.connections = connections;
    }

    @PostMapping("/{id}/test")
    ConnectionResponse test(@PathVariable UUID id) {
        return ConnectionResponse.of(connections.test(id));
    }

    @PostMapping("/test-connection")
    ConnectionResponse testConnection(@RequestBody ConnectionRequest request) {
        return ConnectionResponse.of(connections.test(request));
    }
}
