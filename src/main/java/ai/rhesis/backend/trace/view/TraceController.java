package ai.rhesis.backend.trace.view;

import ai.rhesis.backend.platform.query.QueryParameters;
import ai.rhesis.backend.platform.security.Capability;
import ai.rhesis.backend.platform.security.ProjectInQuery;
import ai.rhesis.backend.platform.tenancy.UnknownProjectException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/telemetry")
class TraceController {

    private final TraceListService lists;
    private final TraceTreeService trees;

    TraceController(TraceListService lists, TraceTreeService trees) {
        this.lists = lists;
        this.trees = trees;
    }

    @Capability("telemetry:read")
    @ProjectInQuery
    @GetMapping("/traces")
    TraceListResponse traces(WebRequest request) {
        QueryParameters query = new QueryParameters(request::getParameter);
        return TraceListResponse.of(lists.list(TraceFilter.of(query), TracePage.of(query)));
    }

    @ProjectInQuery
    @GetMapping("/traces/{trace_id}")
    TraceResponse trace(@PathVariable("trace_id") String traceId, @RequestParam("project_id") UUID projectId) {
        try {
            return TraceResponse.of(trees.get(projectId, traceId));
        } catch (UnknownProjectException elsewhere) {
            throw TraceTreeService.unknown(traceId);
        }
    }
}
