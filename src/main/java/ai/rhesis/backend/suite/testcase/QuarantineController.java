package ai.rhesis.backend.suite.testcase;

import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/tests/{id}/quarantine")
class QuarantineController {

    private final QuarantineService quarantines;

    QuarantineController(QuarantineService quarantines) {
        this.quarantines = quarantines;
    }

    @PostMapping
    QuarantineView quarantine(@PathVariable UUID id, @RequestBody QuarantineRequest request) {
        return quarantines.put(id, request);
    }

    @DeleteMapping
    QuarantineView liftQuarantine(@PathVariable UUID id) {
        return quarantines.lift(id);
    }
}
