package ai.rhesis.backend.conversation;

import ai.rhesis.backend.target.Answer;
import ai.rhesis.backend.target.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation that was held.
///
/// @param goalMet whether the driver saw the goal met
/// @param driverUsage what the model that played the user used
public record Transcript(
        List<Turn> turns, boolean goalMet, @Nullable String conversationId, Usage driverUsage) {

    /// One exchange.
    public record Turn(int turn, String userMessage, Answer answer, long latencyMillis) {}
}
