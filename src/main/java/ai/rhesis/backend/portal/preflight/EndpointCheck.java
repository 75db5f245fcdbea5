package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.Endpoints;
import ai.rhesis.backend.integration.provider.Chat;
import ai.rhesis.backend.integration.provider.Models;
import ai.rhesis.backend.run.start.PinnedTarget;
import ai.rhesis.backend.run.start.RunPlanner;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The check whether the target answers, by one question.
@Component
class EndpointCheck {

    private static final String QUESTION = "Hello";

    private final RunPlanner planner;
    private final Endpoints endpoints;
    private final Models models;

    EndpointCheck(RunPlanner planner, Endpoints endpoints, Models models) {
        this.planner = planner;
        this.endpoints = endpoints;
        this.models = models;
    }

    Finding look(PreflightRequest request) {
        PinnedTarget target = planner.target(request.endpointId());
        return request.isReuse()
                ? Finding.skipped("Connectivity not tested when reusing outputs")
                : Finding.passed("Endpoint is reachable and responding", answer(target));
    }

    private @Nullable String answer(PinnedTarget target) {
        return target.model() == null
                ? endpoints.ask(target.required(), Question.of(QUESTION)).output()
                : models.chat(target.model(), Chat.of(List.of(Message.user(QUESTION))))
                        .output();
    }
}
