package ai.rhesis.backend.run.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Stored outputs as people read them.
final class Outputs {

    private Outputs() {}

    /// Reads what the target answered; of a conversation, all that was said.
    static @Nullable String text(JsonNode answer) {
        JsonNode turns = answer.path("conversation_summary");
        if (!turns.isEmpty()) {
            return turns.valueStream()
                    .map(Outputs::turn)
                    .reduce("", String::concat)
                    .strip();
        }
        JsonNode output = answer.path("output");
        return output.isMissingNode() || output.isNull() ? null : output.asString(output.toString());
    }

    private static String turn(JsonNode turn) {
        return "User: " + turn.path("penelope_message").asString("") + "\nTarget: "
                + turn.path("target_response").asString("") + "\n\n";
    }
}
