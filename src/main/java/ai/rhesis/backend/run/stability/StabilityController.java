package ai.rhesis.backend.run.stability;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The steadiness of tests, under the paths of what it is about.
@RestController
class StabilityController {

    private final StabilityService stability;

    StabilityController(StabilityService stability) {
        this.stability = stability;
    }

    @GetMapping("/test_runs/{id}/pass_at_k")
    PassAtKResponse passAtK(@PathVariable UUID id, @RequestParam(defaultValue = "1") List<Integer> k) {
        return PassAtKResponse.of(k, stability.repetitions(id, k));
    }

    @GetMapping("/tests/{id}/stability")
    StabilityResponse stability(@PathVariable UUID id) {
        return StabilityResponse.of(stability.results(id));
    }
}
