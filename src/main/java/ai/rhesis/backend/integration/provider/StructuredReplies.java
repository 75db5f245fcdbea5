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
        AnswerReader reader = new AnswerReader(schema);
        Reply first = chat(model, messages, schema);
        StructuredReply read = read(reader, first, first.usage());
        return read.problem() == null || first.ending() != Ending.COMPLETE
                ? read
                : askAgain(model, repaired(messages, first.text(), read.problem()), reader, read);
    }

    private static List<Message> repaired(List<Message> messages, String answer, String problem) {
        List<Message> more = new ArrayList<>(messages);
        more.add(Message.assistant(answer));
        more.add(Message.user("That can't be used: " + problem + ". Give the whole answer again, as one JSON object."));
        return more;
    }

    private StructuredReply askAgain(
            ModelSnapshot model, List<Message> messages, AnswerReader reader, StructuredReply unread) {
        try {
            Reply second = chat(model, messages, reader.schema());
            return read(reader, second, unread.usage().plus(second.usage()));
        } catch (CallException noSecond) {
            return new StructuredReply(
                    null, unread.problem() + "; asked again, " + noSecond.getMessage(), unread.usage());
        }
    }

    private Reply chat(ModelSnapshot model, List<Message> messages, JsonNode schema) {
        boolean isFree = !model.parameters().containsKey(TEMPERATURE);
        return models.chat(model, new Chat(messages, isFree ? Map.of(TEMPERATURE, 0) : Map.of(), schema));
    }

    private static StructuredReply read(AnswerReader reader, Reply reply, Usage usage) {
        if (reply.ending() != Ending.COMPLETE) {
            String said = reply.ending() == Ending.REFUSED && !reply.text().isBlank() ? ": " + reply.text() : "";
            return new StructuredReply(null, "the answer " + reply.ending().explanation() + said, usage);
        }
        try {
            return new StructuredReply(reader.read(reply.text()), null, usage);
        } catch (UnreadableAnswerException unreadable) {
            return new StructuredReply(null, unreadable.getMessage(), usage);
        }
    }
}
