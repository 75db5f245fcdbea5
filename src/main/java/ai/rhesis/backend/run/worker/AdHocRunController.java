package ai.rhesis.backend.run.worker;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The route that runs one test at once and stores nothing.
@RestController
class AdHocRunController {

    private final AdHocRun adHocRun;

    AdHocRunController(AdHocRun adHocRun) {
        this.adHocRun = adHocRun;
    }

    @PostMapping("/tests/execute")
    AdHocRunResponse execute(@RequestBody AdHocRunRequest request) {
        return adHocRun.run(request);
    }
}
