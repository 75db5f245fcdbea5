package ai.rhesis.backend.metric.metric;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/metrics")
class MetricController implements Recyclable<Metric> {

    private final MetricService metrics;
    private final MetricSaving saving;

    MetricController(MetricService metrics, MetricSaving saving) {
        this.metrics = metrics;
        this.saving = saving;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<MetricResponse>> list(ListRequest request) {
        return metrics.list(request).map(MetricResponse::of).toResponse();
    }

    @GetMapping(params = "metric_scope")
    ResponseEntity<List<MetricResponse>> list(
            ListRequest request, @RequestParam("metric_scope") List<String> metricScope) {
        return metrics.list(request, metricScope).map(MetricResponse::of).toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public MetricResponse get(@PathVariable UUID id) {
        return MetricResponse.of(metrics.get(id));
    }

    @PostMapping
    MetricResponse create(@RequestBody MetricRequest request) {
        return MetricResponse.of(saving.create(request));
    }

    @PutMapping("/{id}")
    MetricResponse update(@PathVariable UUID id, Patch<MetricRequest> change) {
        return MetricResponse.of(saving.update(id, change));
    }

    @DeleteMapping("/{id}")
    MetricResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return MetricResponse.of(metrics.delete(id, ifMatch));
    }
}
