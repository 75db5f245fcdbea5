package ai.rhesis.backend.trace.call;

import ai.rhesis.backend.integration.chat.CallContext;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.store.SpanProjects;
import ai.rhesis.backend.trace.store.SpanStore;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The route by which programs report calls of functions that nobody traced.
@RestController
class ReportedCallController {

    private final SpanProjects projects;
    private final SpanStore spans;

    ReportedCallController(SpanProjects projects, SpanStore spans) {
        this.projects = projects;
        this.spans = spans;
    }

    @Capability("telemetry:create")
    @PostMapping("/connector/trace")
    CallReceiptResponse report(@RequestBody ReportedCallRequest call) {
        String trace = Objects.requireNonNull(CallContext.begin(null).traceId());
        UUID project = projects.of(List.of(call.projectId()), null).getFirst();
        spans.receiveOwn(List.of(new PlacedSpan(project, call.span(trace)))).refused().stream()
                .findFirst()
                .ifPresent(refusal -> {
                    throw Problem.invalid("", refusal.msg()).exception();
                });
        return CallReceiptResponse.RECEIVED;
    }
}
