package ai.rhesis.backend.integration.conversation;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TimedAnswer;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.provider.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A conversation in progress: the messages so far, and the prompts for its two sides.
final class Dialogue {

    private final Script script;
    private final List<Transcript.Turn> turns = new ArrayList<>();
    private final List<Message> said = new ArrayList<>();
    private @Nullable String conversationId;
    private Usage driverUsage = Usage.UNKNOWN;

    Dialogue(Script script) {
        this.script = script;
    }

    /// Tells whether enough turns were taken, or all.
    boolean mayEnd() {
        return turns.size() >= Math.min(script.minTurns(), script.maxTurns());
    }

    /// Tells whether it ends: the goal is met, the user has no more to say, or it was the last turn.
    boolean isOver(Move move) {
        return turns.size() >= script.maxTurns()
                || (mayEnd() && (move.goalMet() || move.message().isBlank()));
    }

    void note(Usage usage) {
        driverUsage = driverUsage.plus(usage);
    }

    /// Sends a message to the target, with all messages before it and the id that the target gave the conversation.
    void exchange(String message, Function<Question, TimedAnswer> target) {
        said.add(Message.user(message));
        TimedAnswer timed = target.apply(new Question(message, List.copyOf(said), conversationId, Map.of()));
        Answer answer = timed.answer();
        said.add(Message.assistant(Objects.requireNonNullElse(answer.output(), "")));
        conversationId = answer.conversationId() == null ? conversationId : answer.conversationId();
        turns.add(new Transcript.Turn(turns.size() + 1, message, answer, timed.millis()));
    }

    Transcript transcript(boolean goalMet) {
        return new Transcript(List.copyOf(turns), goalMet, conversationId, driverUsage);
    }

    /// Returns what both sides used so far.
    Usage usage() {
        return turns.stream().map(turn -> turn.answer().usage()).reduce(driverUsage, Usage::plus);
    }

    /// Writes the prompt of the driver for its next move.
    List<Message> toDriver() {
        Frames frames = new Frames();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String speaker = i % 2 == 0 ? "you" : "the system";
            parts.add(frames.around(
                    "message " + (i + 1) + " of " + speaker, said.get(i).content()));
        }
        parts.add(
                said.isEmpty()
                        ? "Begin the conversation."
                        : "%d of %d turns are taken. %s"
                                .formatted(
                                        turns.size(),
                                        script.maxTurns(),
                                        turns.size() < script.maxTurns()
                                                ? "Go on."
                                                : "It was the last one: say only whether the goal is met."));
        return List.of(Message.system(role(frames)), Message.user(String.join("\n\n", parts)));
    }

    private String role(Frames frames) {
        StringBuilder role = new StringBuilder("""
                You play the user in a conversation with a system that is being tested. Stay in this role, say one \
                thing at a time as a person would, and never say that this is a test.

                """);
        role.append(frames.rule()).append("\n\n");
        append(role, "Your goal", script.goal());
        append(role, "How to go about it", script.instructions());
        append(role, "What the system must not do", script.restrictions());
        append(role, "The situation", script.scenario());
        append(role, "What else you know", script.context());
        return role.append("""
                Answer with a JSON object: `reason` says in a sentence how far the goal is; `goal_met` is true only when \
                what the system said meets the goal; `message` is what you say next, in words to the system\
                """)
                .append(mayEnd() ? ", or empty when you have nothing more to say." : ".")
                .toString();
    }

    private static void append(StringBuilder role, String title, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            role.append(title).append(":\n").append(text).append("\n\n");
        }
    }
}
