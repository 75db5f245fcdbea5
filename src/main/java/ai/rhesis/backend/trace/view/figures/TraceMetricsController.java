package ai.rhesis.backend.trace.view.figures;

import ai.rhesis.backend.platform.query.QueryParameters;
import ai.rhesis.backend.platform.security.ProjectInQuery;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/telemetry")
class TraceMetricsController {

    private final TraceMetricsService metrics;

    TraceMetricsController(TraceMetricsService metrics) {
        this.metrics = metrics;
    }

    @ProjectInQuery
    @GetMapping("/metrics")
    TraceMetricsResponse traceMetrics(@RequestParam("project_id") UUID projectId, WebRequest request) {
        QueryParameters query = new QueryParameters(request::getParameter);
        return TraceMetricsResponse.of(metrics.figures(
                projectId,
                query.text("environment"),
                query.moment("start_time_after"),
                query.moment("start_time_before")));
    }
}
