package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.integration.chat.Question;
import ai.rhesis.backend.integration.endpoint.CountedCalls;
import ai.rhesis.backend.run.start.PinnedTarget;
import ai.rhesis.backend.run.start.RunPlanner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The check whether the target answers, by one question.
@Component
class EndpointCheck {

    private static final String QUESTION = "Hello";

    private final RunPlanner planner;
    private final CountedCalls endpoints;
    private final SmallQuestions models;

    EndpointCheck(RunPlanner planner, CountedCalls endpoints, SmallQuestions models) {
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
                : models.ask(target.model(), QUESTION);
    }
}
