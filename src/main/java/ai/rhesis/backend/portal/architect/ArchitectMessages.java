package ai.rhesis.backend.portal.architect;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.socket.Exchange;
import ai.rhesis.backend.platform.socket.FrameHandler;
import ai.rhesis.backend.platform.tenancy.NotAMemberException;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The messages to the architect of other editions. They are kept in their session; this server has no architect that
/// answers them, and says so.
@Component
class ArchitectMessages implements FrameHandler {

    private static final String NONE = "This server has no architect. Your message is kept in the session.";

    private final ArchitectSessionService sessions;

    ArchitectMessages(ArchitectSessionService sessions) {
        this.sessions = sessions;
    }

    @Override
    public String type() {
        return "architect.message";
    }

    @Override
    public void handle(Exchange exchange) {
        JsonNode payload = exchange.payload();
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("error", keep(exchange.caller(), payload));
        refusal.put("error_type", "not_available");
        String session = payload.path("session_id").asString("");
        if (!session.isEmpty()) {
            refusal.put("session_id", session);
        }
        exchange.answer("architect.error", refusal);
    }

    /// Keeps the message if it can, and says in words what became of it.
    private String keep(Caller caller, JsonNode payload) {
        String message = payload.path("message").asString("");
        Optional<UUID> session = id(payload.path("session_id"));
        if (session.isEmpty() || message.isBlank() || message.length() > ArchitectMessage.MAX_LENGTH) {
            return "An architect's message needs the session_id of a session and a message of 1 to "
                    + ArchitectMessage.MAX_LENGTH + " characters.";
        }
        if (!caller.mayWrite()) {
            return "You may only read here: writing to the architect takes the role member.";
        }
        try {
            return tenant(caller, payload)
                    .<String, RuntimeException>call(() -> say(session.get(), message, payload.path("attachments")));
        } catch (ProblemException | NotAMemberException | UnknownProjectException unknown) {
            return "There is no such session of yours.";
        }
    }

    private String say(UUID session, String message, JsonNode attachments) {
        sessions.say(session, message, attachments.isContainer() ? attachments : null);
        return NONE;
    }

    private static Tenant tenant(Caller caller, JsonNode payload) {
        UUID project = id(payload.path("project_id")).orElse(null);
        return new Tenant(Objects.requireNonNull(caller.organizationId()), caller.userId(), project);
    }

    private static Optional<UUID> id(JsonNode text) {
        try {
            return Optional.of(UUID.fromString(text.asString("")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
