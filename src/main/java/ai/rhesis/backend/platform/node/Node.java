package ai.rhesis.backend.platform.node;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// This node of the service, by the id that it has until it stops.
@Component
public final class Node {

    private final UUID id = UUID.randomUUID();

    public UUID id() {
        return id;
    }
}
