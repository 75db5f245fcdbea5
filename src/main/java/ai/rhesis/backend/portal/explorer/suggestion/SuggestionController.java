package ai.rhesis.backend.portal.explorer.suggestion;

import ai.rhesis.backend.platform.idempotency.StreamedAnswer;
import ai.rhesis.backend.platform.web.body.LineStreams;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

// The streams have no media type: generated clients accept that of problems alone, whatever the answer is.
@RestController
@RequestMapping("/explorer/{id}")
class SuggestionController {

    private final SuggestionStreams streams;
    private final LineStreams lines;

    SuggestionController(SuggestionStreams streams, LineStreams lines) {
        this.streams = streams;
        this.lines = lines;
    }

    @PostMapping("/generate_suggestions")
    SuggestionsResponse suggest(@PathVariable String id, @RequestBody SuggestionsRequest request) {
        return streams.suggest(id, request);
    }

    @StreamedAnswer
    @PostMapping("/suggestion_pipeline")
    void suggestionPipeline(
            @PathVariable String id, @RequestBody SuggestionPipelineRequest request, HttpServletResponse response) {
        streams.tellAll(id, request, lines.open(response));
    }

    @StreamedAnswer
    @PostMapping("/generate_suggestion_outputs")
    void suggestionOutputs(
            @PathVariable String id, @RequestBody SuggestionOutputsRequest request, HttpServletResponse response) {
        streams.tellOutputs(id, request, lines.open(response));
    }

    @StreamedAnswer
    @PostMapping("/evaluate_suggestions")
    void suggestionVerdicts(
            @PathVariable String id, @RequestBody SuggestionVerdictsRequest request, HttpServletResponse response) {
        streams.tellVerdicts(id, request, lines.open(response));
    }
}
