package ai.rhesis.backend.platform.websocket;

import ai.rhesis.backend.platform.problem.Violation;
import ai.rhesis.backend.platform.web.body.UnstorableValues;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The check of a message for values that can't be stored and read again, whatever it is for.
public final class FrameValues {

    private FrameValues() {}

    public static boolean areStorable(JsonNode message) {
        return violations(message).isEmpty();
    }

    /// @throws FrameException that says which value can't be stored, and why
    public static void require(JsonNode message) {
        List<Violation> violations = violations(message);
        if (!violations.isEmpty()) {
            Violation first = violations.getFirst();
            String place = first.field().isEmpty() ? "it" : first.field();
            throw new FrameException("The message can't be taken: " + place + " " + first.msg() + ".");
        }
    }

    private static List<Violation> violations(JsonNode message) {
        List<Violation> violations = new ArrayList<>();
        UnstorableValues.find(message, violations);
        return violations;
    }
}
