package ai.rhesis.backend.run.baseline;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/test_sets/{id}/baselines")
class BaselineController {

    private final BaselineService baselines;

    BaselineController(BaselineService baselines) {
        this.baselines = baselines;
    }

    @GetMapping
    List<BaselineResponse> listBaselines(@PathVariable String id) {
        return baselines.list(id).stream().map(BaselineResponse::of).toList();
    }

    @GetMapping("/{name}")
    BaselineResponse getBaseline(@PathVariable String id, @PathVariable String name) {
        return BaselineResponse.of(baselines.get(id, name));
    }

    @PutMapping("/{name}")
    BaselineResponse setBaseline(
            @PathVariable String id, @PathVariable String name, @RequestBody BaselineRequest request) {
        return BaselineResponse.of(baselines.put(id, name, request));
    }
}
