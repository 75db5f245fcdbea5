package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.provider.Reply.Ending;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Answers of models in JSON by a schema, as far as each model can be bound to one. Every answer is checked, and one
/// that can't be read is asked for once more.
@Component
public class StructuredReplies {

    private static final String TEMPERATURE = "temperature";

    private final Models models;

    StructuredReplies(Models models) {
        this.models = models;
    }

    /// Asks at temperature 0, unless the model has a temperature of its own or allows none.
    ///
    /// @param schema of an object; its required keys but `reason` decide, so that two values for one are a problem
    /// @throws CallException when the model gave no first answer
    public StructuredReply ask(ModelSnapshot model, List<Message> messages, JsonNode schema) {
        boolean isFree = !model.parameters().containsKey(TEMPERATURE);
        Chat chat = new Chat(messages, isFree ? Map.of(TEMPERATURE, 0) : Map.of(), schema);
        return ask(model, chat, new AnswerReader(schema)::read);
    }

    /// Asks, and reads the answer in a way of the caller's own.
    ///
    /// @throws CallException when the model gave no first answer
    public StructuredReply ask(ModelSnapshot model, Chat chat, AnswerReading reading) {
        Reply first = models.chat(model, chat);
        StructuredReply read = read(reading, first, first.usage());
        return read.problem() == null || first.ending() != Ending.COMPLETE
                ? read
                : askAgain(model, repaired(chat, first.text(), read.problem()), reading, read);
    }

    private static Chat repaired(Chat chat, String answer, String problem) {
        List<Message> more = new ArrayList<>(chat.messages());
        more.add(Message.assistant(answer));
        more.add(Message.user("That can't be used: " + problem + ". Give the whole answer again, as one JSON object."));
        return new Chat(more, chat.parameters(), chat.answerSchema());
    }

    private StructuredReply askAgain(ModelSnapshot model, Chat chat, AnswerReading reading, StructuredReply unread) {
        try {
            Reply second = models.chat(model, chat);
            return read(reading, second, unread.usage().plus(second.usage()));
        } catch (CallException noSecond) {
            return new StructuredReply(
                    null, unread.problem() + "; asked again, " + noSecond.getMessage(), unread.usage());
        }
    }

    private static StructuredReply read(AnswerReading reading, Reply reply, Usage usage) {
        boolean isRead = reply.ending() == Ending.COMPLETE || reply.ending() == Ending.CUT_OFF && reading.takesPart();
        if (!isRead) {
            String said = reply.ending() == Ending.REFUSED && !reply.text().isBlank() ? ": " + reply.text() : "";
            return new StructuredReply(null, "the answer " + reply.ending().explanation() + said, usage);
        }
        try {
            return new StructuredReply(reading.read(reply.text()), null, usage);
        } catch (UnreadableAnswerException unreadable) {
            return new StructuredReply(null, unreadable.getMessage(), usage);
        }
    }
}
