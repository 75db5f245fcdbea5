package ai.rhesis.backend.trace.intake;

import ai.rhesis.backend.platform.security.AcrossProjects;
import ai.rhesis.backend.platform.web.body.StreamedBody;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/telemetry/traces")
class IntakeController {

    private final Intake intake;

    IntakeController(Intake intake) {
        this.intake = intake;
    }

    @AcrossProjects
    @PostMapping
    IntakeResponse receive(
            StreamedBody body, @RequestHeader(name = "X-Project-Id", required = false) @Nullable String project) {
        return intake.receive(SpanBody.read(body), project);
    }
}
