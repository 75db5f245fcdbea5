package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.security.AcrossProjects;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The place of a span that a client knows by its id alone.
@RestController
class SpanController {

    private final TraceTreeService traces;

    SpanController(TraceTreeService traces) {
        this.traces = traces;
    }

    @AcrossProjects
    @GetMapping("/telemetry/spans/{id}/lookup")
    SpanPlaceView lookup(@PathVariable UUID id) {
        return traces.placeOf(id);
    }
}
