package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.Endpoints;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.integration.provider.Reply;
import ai.rhesis.backend.run.start.PinnedTarget;
import org.springframework.stereotype.Component;

/// The calls to the target of a run, an endpoint or a stored model.
@Component
class TargetClient {

    private final Endpoints endpoints;
    private final Models models;

    TargetClient(Endpoints endpoints, Models models) {
        this.endpoints = endpoints;
        this.models = models;
    }

    /// @throws ai.rhesis.backend.platform.egress.CallException when there is no answer
    Answer ask(PinnedTarget target, Question question) {
        if (target.model() == null) {
            return endpoints.ask(target.required(), question);
        }
        Reply reply = models.chat(target.model(), Chat.of(question.messages()));
        return new Answer(reply.output(), question.conversationId(), null, null, null, reply.usage());
    }
}
