package ai.rhesis.backend.integration.provider;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.platform.egress.CallException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Has models answer in JSON by a schema, as far as each can be bound to one; every answer is validated, and a bad one
/// goes back once.
@Component
public class Forms {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Models models;
    private final RejectedOptions wishes = new RejectedOptions();

    Forms(Models models) {
        this.models = models;
    }

    /// Asks for a form, without chance (temperature 0) unless the model has a temperature of its own or allows none.
    ///
    /// @throws CallException when the model gave no first answer
    public Form fill(ModelSnapshot model, List<Message> messages, JsonNode schema) {
        Schema form = SCHEMAS.getSchema(schema);
        Reply first = wishes.ask(models, model, messages, schema);
        Form filled = read(form, first.text(), first.usage());
        return filled.problem() == null ? filled : repair(model, messages, form, first, filled.problem());
    }

    private Form repair(ModelSnapshot model, List<Message> messages, Schema form, Reply first, String problem) {
        List<Message> again = new ArrayList<>(messages);
        again.add(Message.assistant(first.text()));
        again.add(
                Message.user("That can't be used: " + problem + ". Give the whole answer again, as one JSON object."));
        try {
            Reply second = wishes.ask(models, model, again, form.getSchemaNode());
            return read(form, second.text(), first.usage().plus(second.usage()));
        } catch (CallException noSecond) {
            return new Form(null, problem + "; asked again, " + noSecond.getMessage(), first.usage());
        }
    }

    private static Form read(Schema form, String text, Usage usage) {
        if (text.isBlank()) {
            return new Form(null, "the answer is empty", usage);
        }
        JsonNode content;
        try {
            content = JsonMapper.shared().readTree(object(text));
        } catch (JacksonException notJson) {
            return new Form(null, "the answer is not JSON", usage);
        }
        List<Error> errors = form.validate(content);
        return errors.isEmpty()
                ? new Form(content, null, usage)
                : new Form(null, errors.stream().map(Forms::told).collect(Collectors.joining(", ")), usage);
    }

    // of the whole answer the place is an empty text
    private static String told(Error error) {
        String told = error.toString();
        return told.startsWith(": ") ? told.substring(2) : told;
    }

    // models like to put JSON between code fences or behind a sentence
    private static String object(String text) {
        int from = text.indexOf('{');
        int to = text.lastIndexOf('}');
        return from < 0 || to < from ? text : text.substring(from, to + 1);
    }
}
