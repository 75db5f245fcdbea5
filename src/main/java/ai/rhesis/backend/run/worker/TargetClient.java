package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.endpoint.Endpoints;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.integration.provider.Reply;
import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.run.start.PinnedTarget;
import org.springframework.stereotype.Component;

/// The calls to the target of a run, an endpoint or a stored model.
@Component
class TargetClient {

    private final Endpoints endpoints;
    private final Models models;
    private final TokenMeter meter;

    TargetClient(Endpoints endpoints, Models models, TokenMeter meter) {
        this.endpoints = endpoints;
        this.models = models;
        this.meter = meter;
    }

    /// @throws CallException when there is no answer
    Answer ask(PinnedTarget target, Question question, CallContext context) {
        if (target.model() == null) {
            return endpoints.ask(target.required(), question, context);
        }
        Reply reply = models.chat(target.model(), Chat.of(question.messages()));
        return new Answer(output(reply), question.conversationId(), null, null, null, reply.usage());
    }

    /// Counts what an answer took that can't be used: the result of a failed call tells no usage.
    private String output(Reply reply) {
        try {
            return reply.output();
        } catch (CallException unusable) {
            meter.count(reply.usage());
            throw unusable;
        }
    }
}
