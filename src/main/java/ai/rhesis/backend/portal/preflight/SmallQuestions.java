package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.TokenMeter;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.ModelSnapshot;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.integration.provider.Reply;
import java.util.List;
import org.springframework.stereotype.Component;

/// Questions to models that show whether they answer.
@Component
class SmallQuestions {

    private final Models models;
    private final TokenMeter meter;

    SmallQuestions(Models models, TokenMeter meter) {
        this.models = models;
        this.meter = meter;
    }

    /// @throws ai.rhesis.backend.platform.egress.CallException when there is no whole answer
    String ask(ModelSnapshot model, String question) {
        Reply reply = models.chat(model, Chat.of(List.of(Message.user(question))));
        meter.count(reply.usage());
        return reply.output();
    }
}
