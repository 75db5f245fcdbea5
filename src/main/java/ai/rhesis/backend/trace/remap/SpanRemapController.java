package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.platform.security.OwnersOnly;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/telemetry/remap")
class SpanRemapController {

    private final SpanRemapService remaps;

    SpanRemapController(SpanRemapService remaps) {
        this.remaps = remaps;
    }

    @OwnersOnly
    @PostMapping
    SpanRemapResponse remap(@RequestBody(required = false) @Nullable SpanRemapRequest request) {
        return SpanRemapResponse.of(remaps.start(SpanRemapRequest.orDefault(request)));
    }

    @GetMapping("/{id}")
    SpanRemapResponse remapProgress(@PathVariable UUID id) {
        return SpanRemapResponse.of(remaps.get(id));
    }
}
