package ai.rhesis.backend.portal.playground;

import ai.rhesis.backend.platform.socket.Exchange;
import ai.rhesis.backend.platform.socket.FrameHandler;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The messages to the architect of other editions, which this server does not have and says so.
@Component
class ArchitectMessages implements FrameHandler {

    @Override
    public String type() {
        return "architect.message";
    }

    @Override
    public void handle(Exchange exchange) {
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("error", "This server has no architect.");
        refusal.put("error_type", "not_available");
        String session = exchange.payload().path("session_id").asString("");
        if (!session.isEmpty()) {
            refusal.put("session_id", session);
        }
        exchange.answer("architect.error", refusal);
    }
}
