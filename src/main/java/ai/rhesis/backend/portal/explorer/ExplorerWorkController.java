package ai.rhesis.backend.portal.explorer;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/explorer/{id}")
class ExplorerWorkController {

    private final ExplorerWork work;

    ExplorerWorkController(ExplorerWork work) {
        this.work = work;
    }

    @PostMapping("/generate_outputs")
    OutputsResponse generateOutputs(@PathVariable String id, @RequestBody TreeSelection selection) {
        return work.generateOutputs(id, selection);
    }

    @PostMapping("/evaluate")
    EvaluationResponse evaluate(@PathVariable String id, @RequestBody TreeSelection selection) {
        return work.evaluate(id, selection);
    }
}
