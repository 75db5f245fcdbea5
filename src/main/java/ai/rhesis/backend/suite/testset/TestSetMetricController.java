package ai.rhesis.backend.suite.testset;

import ai.rhesis.backend.metric.metric.MetricResponse;
import ai.rhesis.backend.platform.query.ListRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The routes of the metrics of test sets. Everywhere `id` is the id, the nano id or the slug of a set.
@RestController
@RequestMapping("/test_sets/{id}/metrics")
class TestSetMetricController {

    private final TestSetMetrics metrics;

    TestSetMetricController(TestSetMetrics metrics) {
        this.metrics = metrics;
    }

    @GetMapping
    ResponseEntity<List<MetricResponse>> metrics(@PathVariable String id, ListRequest request) {
        return metrics.list(id, request).map(MetricResponse::of).toResponse();
    }

    @PostMapping("/{metric_id}")
    List<MetricResponse> addMetric(@PathVariable String id, @PathVariable("metric_id") UUID metricId) {
        return metrics.add(id, metricId).stream().map(MetricResponse::of).toList();
    }

    @DeleteMapping("/{metric_id}")
    List<MetricResponse> removeMetric(@PathVariable String id, @PathVariable("metric_id") UUID metricId) {
        return metrics.remove(id, metricId).stream().map(MetricResponse::of).toList();
    }
}
