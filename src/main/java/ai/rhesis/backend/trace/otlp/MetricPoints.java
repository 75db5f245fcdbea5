package ai.rhesis.backend.trace.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;

/// The data points of an export of metrics, which are counted and not kept.
final class MetricPoints {

    private MetricPoints() {}

    static long count(ExportMetricsServiceRequest request) {
        return request.getResourceMetricsList().stream()
                .flatMap(process -> process.getScopeMetricsList().stream())
                .flatMap(instrumentation -> instrumentation.getMetricsList().stream())
                .mapToLong(MetricPoints::count)
                .sum();
    }

    private static int count(Metric metric) {
        return switch (metric.getDataCase()) {
            case GAUGE -> metric.getGauge().getDataPointsCount();
            case SUM -> metric.getSum().getDataPointsCount();
            case HISTOGRAM -> metric.getHistogram().getDataPointsCount();
            case EXPONENTIAL_HISTOGRAM -> metric.getExponentialHistogram().getDataPointsCount();
            case SUMMARY -> metric.getSummary().getDataPointsCount();
            case DATA_NOT_SET -> 0;
        };
    }
}
