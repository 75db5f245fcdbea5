package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.conversation.Conversations;
import ai.rhesis.backend.integration.endpoint.Endpoints;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.integration.provider.Reply;
import ai.rhesis.backend.metric.judge.Judge;
import ai.rhesis.backend.run.start.PinnedTarget;
import ai.rhesis.backend.run.start.RunPlan;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What every examination needs of the rest of the service.
@Component
class Instruments {

    private static final int JUDGES_PER_CALL = 2;

    private final Endpoints endpoints;
    private final Models models;
    private final Conversations conversations;
    private final Judge judge;

    Instruments(Endpoints endpoints, Models models, Conversations conversations, Judge judge) {
        this.endpoints = endpoints;
        this.models = models;
        this.conversations = conversations;
        this.judge = judge;
    }

    /// @throws ai.rhesis.backend.platform.egress.CallException when there is no answer
    Answer ask(PinnedTarget target, Question question) {
        if (target.model() == null) {
            return endpoints.ask(target.required(), question);
        }
        Reply reply = models.chat(target.model(), new Chat(question.messages(), Map.of(), null));
        return new Answer(reply.text(), question.conversationId(), null, null, null, reply.usage());
    }

    Conversations conversations() {
        return conversations;
    }

    MetricEvaluator evaluator(RunPlan plan, TenantThreads threads) {
        return new MetricEvaluator(
                plan, judge, threads, JUDGES_PER_CALL * plan.options().mostCalls());
    }
}
