package ai.rhesis.backend.suite.generation.draft;

import ai.rhesis.backend.integration.provider.ChosenModels;
import ai.rhesis.backend.platform.idempotency.StreamedAnswer;
import ai.rhesis.backend.platform.web.body.LineStreams;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DraftController {

    private final TestDrafts tests;
    private final PlanDrafts plans;
    private final TestPipeline pipeline;
    private final ConversationReading conversations;
    private final ChosenModels models;
    private final LineStreams lines;

    DraftController(
            TestDrafts tests,
            PlanDrafts plans,
            TestPipeline pipeline,
            ConversationReading conversations,
            ChosenModels models,
            LineStreams lines) {
        this.tests = tests;
        this.plans = plans;
        this.pipeline = pipeline;
        this.conversations = conversations;
        this.models = models;
        this.lines = lines;
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
        pipeline.tell(request, lines.open(response));
    }

    @PostMapping("/tests/extract-from-conversation")
    ReadConversation extract(@RequestBody ConversationRequest request) {
        return conversations.read(request);
    }
}
