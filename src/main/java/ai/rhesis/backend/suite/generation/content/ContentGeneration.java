package ai.rhesis.backend.suite.generation.content;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.provider.AnswerDocuments;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.integration.provider.Embedding;
import ai.rhesis.backend.integration.provider.GenerationCalls;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.integration.provider.Reply;
import ai.rhesis.backend.integration.provider.StructuredReplies;
import ai.rhesis.backend.integration.provider.StructuredReply;
import ai.rhesis.backend.integration.provider.UnreadableAnswerException;
import ai.rhesis.backend.metric.assertion.SchemaCheck;
import ai.rhesis.backend.platform.compute.ComputePool;
import ai.rhesis.backend.platform.compute.TooComplexException;
import ai.rhesis.backend.platform.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Answers of the models that the caller chose. Every answer is counted, whether it can be used or not.
@Component
class ContentGeneration {

    private static final Duration MAX_CHECK = Duration.ofSeconds(5);

    private final ChosenModels chosen;
    private final Models models;
    private final StructuredReplies replies;
    private final TokenMeter meter;
    private final ComputePool pool;

    ContentGeneration(
            ChosenModels chosen, Models models, StructuredReplies replies, TokenMeter meter, ComputePool pool) {
        this.chosen = chosen;
        this.models = models;
        this.replies = replies;
        this.meter = meter;
        this.pool = pool;
    }

    /// Answers a prompt: a text, or by a schema a document that follows it, which is asked for once more.
    ///
    /// @throws ProblemException 400 without a model and when its provider refuses, 422 for a schema that is
    /// none, 502 when there is no answer or it can't be used, 504 when it takes too long
    Content generate(ContentRequest request) {
        JsonNode schema = request.answerSchema();
        requireUsable(schema);
        ModelSnapshot model = chosen.generation();
        Chat chat = new Chat(List.of(Message.user(request.prompt())), request.parameters(), schema);
        return GenerationCalls.within(() -> schema == null ? text(model, chat) : document(model, chat, schema));
    }

    /// Embeds a text.
    ///
    /// @throws ProblemException as [#generate]
    List<Double> embed(String text) {
        ModelSnapshot model = chosen.embedding();
        Embedding embedding = GenerationCalls.within(() -> models.embed(model, text));
        meter.count(embedding.usage());
        return embedding.numbers();
    }

    private Content text(ModelSnapshot model, Chat chat) {
        Reply reply = models.chat(model, chat);
        meter.count(reply.usage());
        if (reply.text().isBlank() && reply.ending() != Reply.Ending.COMPLETE) {
            throw Problem.badRequest(
                            "prompt",
                            "The model gave no text: the answer "
                                    + reply.ending().explanation())
                    .exception();
        }
        return new Content(StringNode.valueOf(reply.text()), reply.usage());
    }

    private Content document(ModelSnapshot model, Chat chat, JsonNode schema) {
        StructuredReply reply = replies.ask(model, chat, text -> checked(AnswerDocuments.in(text, schema), schema));
        Usage usage = reply.usage();
        meter.count(usage);
        if (reply.content() == null) {
            throw GenerationCalls.unusable(reply.problem()).exception();
        }
        return new Content(reply.content(), usage);
    }

    private JsonNode checked(JsonNode document, JsonNode schema) throws UnreadableAnswerException {
        String errors = onPool(() -> SchemaCheck.errorsOf(schema, document));
        if (!errors.isEmpty()) {
            throw new UnreadableAnswerException(errors);
        }
        return document;
    }

    private void requireUsable(@Nullable JsonNode schema) {
        String flaw = schema == null ? "" : onPool(() -> SchemaCheck.flawOf(schema));
        if (!flaw.isEmpty()) {
            throw Problem.invalid("schema", flaw).exception();
        }
    }

    private String onPool(Supplier<String> check) {
        try {
            return pool.call(check, MAX_CHECK);
        } catch (TooComplexException bound) {
            return "The check " + bound.getMessage();
        }
    }
}
