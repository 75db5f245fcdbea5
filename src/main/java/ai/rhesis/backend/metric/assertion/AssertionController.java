package ai.rhesis.backend.metric.assertion;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The list of assertions, under the path of metrics, which name them.
@RestController
class AssertionController {

    @GetMapping("/metrics/assertions")
    List<AssertionResponse> assertions() {
        return Assertions.all().stream().map(AssertionResponse::of).toList();
    }
}
