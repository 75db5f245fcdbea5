package ai.rhesis.backend.trace.store.retention;

import ai.rhesis.backend.platform.security.OwnersOnly;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/telemetry/settings")
class TraceRuleController {

    private final TraceRuleService rules;

    TraceRuleController(TraceRuleService rules) {
        this.rules = rules;
    }

    @GetMapping
    TraceRuleResponse settings(@RequestParam(name = "project_id", required = false) @Nullable UUID projectId) {
        return TraceRuleResponse.of(rules.get(projectId));
    }

    @OwnersOnly
    @PutMapping
    TraceRuleResponse setSettings(
            @RequestParam(name = "project_id", required = false) @Nullable UUID projectId,
            @RequestBody TraceRuleRequest request) {
        return TraceRuleResponse.of(rules.set(projectId, request));
    }
}
