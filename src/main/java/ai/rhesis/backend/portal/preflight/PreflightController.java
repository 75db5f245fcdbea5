package ai.rhesis.backend.portal.preflight;

import ai.rhesis.backend.platform.security.Capability;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PreflightController {

    private final PreflightService preflights;

    PreflightController(PreflightService preflights) {
        this.preflights = preflights;
    }

    @Capability("preflight:create")
    @PostMapping("/preflight-checks")
    ResponseEntity<PreflightResponse> check(@RequestBody PreflightRequest request) {
        return request.isSync()
                ? ResponseEntity.ok(PreflightResponse.finished(null, preflights.check(request)))
                : ResponseEntity.status(HttpStatus.ACCEPTED).body(PreflightResponse.of(preflights.begin(request)));
    }
}
