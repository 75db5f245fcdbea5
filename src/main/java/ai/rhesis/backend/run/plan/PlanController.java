package ai.rhesis.backend.run.plan;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
class PlanController {

    private final PlanService plans;

    PlanController(PlanService plans) {
        this.plans = plans;
    }

    @GetMapping("/test_sets/{id}/plan")
    PlanResponse plan(@PathVariable String id, WebRequest query) {
        PlanQuestion question = PlanQuestion.of(query::getParameter);
        return PlanResponse.of(question, plans.experience(id, question.endpointId()));
    }
}
