package ai.rhesis.backend.portal.insight;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.security.AnyRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/insights")
class InsightController {

    private static final int MAX_QUESTIONS = 10;
    private static final String ONLY = "";

    private final InsightService insights;

    InsightController(InsightService insights) {
        this.insights = insights;
    }

    @GetMapping
    InsightView count(WebRequest request) {
        InsightQuestion question =
                InsightQuestion.of("", InsightParameters.of(request).counts());
        return Objects.requireNonNull(insights.count(Map.of(ONLY, question)).get(ONLY));
    }

    @GetMapping("/ids")
    InsightIdsResponse ids(WebRequest request) {
        InsightParameters query = InsightParameters.of(request);
        InsightOutcome outcome = query.outcome();
        InsightQuestion question = InsightQuestion.of("", query.ids());
        InsightEntity entity = question.entity();
        if (outcome != InsightOutcome.ALL && !entity.hasOutcome()) {
            throw InsightProblem.unknown("outcome", outcome.toString(), List.of(InsightOutcome.ALL.toString()));
        }
        return new InsightIdsResponse(entity.toString(), insights.ids(question, outcome));
    }

    // a question that is too long for an address; it changes nothing
    @AnyRole
    @PostMapping("/query")
    Map<String, InsightView> query(@RequestBody Map<String, @Nullable InsightRequest> labelled) {
        if (labelled.isEmpty() || labelled.size() > MAX_QUESTIONS) {
            throw InsightProblem.bad("body", "The body must hold from 1 to " + MAX_QUESTIONS + " questions");
        }
        Map<String, InsightQuestion> questions = new LinkedHashMap<>();
        labelled.forEach((label, request) -> questions.put(label, question(label, request)));
        return insights.count(questions);
    }

    private static InsightQuestion question(String label, @Nullable InsightRequest request) {
        if (request == null) {
            throw Problem.invalid(label, "an object is required").exception();
        }
        return InsightQuestion.of(label + ".", request);
    }
}
