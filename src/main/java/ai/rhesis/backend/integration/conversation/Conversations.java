package ai.rhesis.backend.integration.conversation;

import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.StructuredReplies;
import ai.rhesis.backend.integration.provider.StructuredReply;
import ai.rhesis.backend.platform.egress.CallException;
import org.springframework.stereotype.Component;

/// The conversations of multi-turn tests, in which a model plays the user.
@Component
public class Conversations {

    private final StructuredReplies replies;
    private final TokenMeter meter;

    Conversations(StructuredReplies replies, TokenMeter meter) {
        this.replies = replies;
        this.meter = meter;
    }

    /// Talks with the target until the goal is met or the turns run out. An interrupt ends it between two
    /// turns, and the calls themselves.
    ///
    /// @throws CallException when the target or the driver brought no answer
    public Transcript hold(Script script, ModelSnapshot driver, Partner target) {
        Dialogue dialogue = new Dialogue(script);
        try {
            Transcript held = hold(dialogue, driver, target);
            meter.count(held.driverUsage());
            return held;
        } catch (CallException broken) {
            meter.count(dialogue.usage());
            throw broken;
        }
    }

    private Transcript hold(Dialogue dialogue, ModelSnapshot driver, Partner target) {
        while (true) {
            requireNotInterrupted();
            Move move = next(driver, dialogue);
            if (dialogue.isOver(move)) {
                return dialogue.transcript(move.goalMet());
            }
            dialogue.exchange(move, target);
        }
    }

    // asked once more after the last turn, for whether it met the goal
    private Move next(ModelSnapshot driver, Dialogue dialogue) {
        StructuredReply reply = replies.ask(driver, dialogue.toDriver(), dialogue.schema());
        dialogue.note(reply.usage());
        if (reply.content() == null) {
            throw CallException.answer("the model that plays the user gave no usable answer: " + reply.problem());
        }
        return Move.of(reply);
    }

    private static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw CallException.timeout("the conversation was cancelled");
        }
    }
}
