package ai.rhesis.backend.suite.generation.content;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/services/generate")
class ContentController {

    /// Tells what the answer took: its body is the answer alone.
    private static final String USAGE = "X-Rhesis-Usage";

    private final ContentGeneration content;

    ContentController(ContentGeneration content) {
        this.content = content;
    }

    @PostMapping("/content")
    ResponseEntity<JsonNode> content(@RequestBody ContentRequest request) {
        Content answer = content.generate(request);
        return ResponseEntity.ok()
                .header(USAGE, JsonMapper.shared().writeValueAsString(UsageHeader.of(answer.usage())))
                .body(answer.body());
    }

    @PostMapping("/embedding")
    List<Double> embedding(@RequestBody EmbeddingRequest request) {
        return content.embed(request.text());
    }
}
