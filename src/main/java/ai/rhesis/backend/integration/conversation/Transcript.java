package ai.rhesis.backend.integration.conversation;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation that was held.
///
/// @param goalMet whether the driver saw the goal met
/// @param driverUsage what the model that played the user used
public record Transcript(
        List<Turn> turns, boolean goalMet, @Nullable String conversationId, Usage driverUsage) {

    /// One exchange.
    ///
    /// @param files that the user sent with the message
    public record Turn(int turn, String userMessage, List<AttachedFile> files, Answer answer, long latencyMillis) {}
}
