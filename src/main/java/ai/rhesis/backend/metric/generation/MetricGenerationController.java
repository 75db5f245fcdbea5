package ai.rhesis.backend.metric.generation;

import ai.rhesis.backend.metric.metric.MetricResponse;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/metrics")
class MetricGenerationController {

    private final MetricGeneration generation;

    MetricGenerationController(MetricGeneration generation) {
        this.generation = generation;
    }

    @PostMapping("/generate")
    MetricResponse generate(@RequestBody MetricPromptRequest request) {
        return MetricResponse.of(generation.generate(request.prompt()));
    }

    @PostMapping("/{id}/improve")
    MetricResponse improve(@PathVariable UUID id, @RequestBody MetricPromptRequest request) {
        return MetricResponse.of(generation.improve(id, request.prompt()));
    }
}
