package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.platform.idempotency.StreamedAnswer;
import ai.rhesis.backend.platform.web.body.LineWriter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class DraftController {

    private final TestDrafts tests;
    private final PlanDrafts plans;
    private final TestPipeline pipeline;
    private final ConversationReading conversations;
    private final ChosenModels models;
    private final JsonMapper json;

    DraftController(
            TestDrafts tests,
            PlanDrafts plans,
            TestPipeline pipeline,
            ConversationReading conversations,
            ChosenModels models,
            JsonMapper json) {
        this.tests = tests;
        this.plans = plans;
        this.pipeline = pipeline;
        this.conversations = conversations;
        this.models = models;
        this.json = json;
    }

    @PostMapping("/services/generate/tests")
    TestsResponse tests(@RequestBody TestsRequest request) {
        return new TestsResponse(tests.write(request));
    }

    @PostMapping("/services/generate/multiturn-tests")
    TestsResponse conversations(@RequestBody ConversationsRequest request) {
        return new TestsResponse(tests.write(request));
    }

    @PostMapping("/services/generate/test_config")
    TestPlan plan(@RequestBody PlanRequest request) {
        return plans.plan(plans.brief(request), models.generation());
    }

    // without a media type: generated clients accept that of problems alone, whatever the answer is
    @StreamedAnswer
    @PostMapping("/services/generate/test_pipeline")
    void pipeline(@RequestBody PipelineRequest request, HttpServletResponse response) {
        pipeline.tell(request, new LineWriter(response, json));
    }

    @PostMapping("/tests/extract-from-conversation")
    ReadConversation extract(@RequestBody ConversationRequest request) {
        return conversations.read(request);
    }
}
