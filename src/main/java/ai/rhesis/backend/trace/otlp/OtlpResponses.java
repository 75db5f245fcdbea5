package ai.rhesis.backend.trace.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The answers to exports. Signals that are not kept are told as a partial success, so that an
/// application with one endpoint for all that it exports goes on.
final class OtlpResponses {

    private static final String NO_METRICS =
            "Metrics are not kept here; set OTEL_METRICS_EXPORTER=none or send them elsewhere";
    private static final String NO_LOGS =
            "Of logs only events gen_ai.* of a span are kept here; set OTEL_LOGS_EXPORTER=none or send them elsewhere";

    private OtlpResponses() {}

    static ExportTraceServiceResponse ofTraces(RefusedParts refused) {
        return refused.isEmpty()
                ? ExportTraceServiceResponse.getDefaultInstance()
                : ExportTraceServiceResponse.newBuilder()
                        .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                                .setRejectedSpans(refused.count())
                                .setErrorMessage(refused.message()))
                        .build();
    }

    static ExportMetricsServiceResponse ofMetrics(long dataPoints) {
        return dataPoints == 0
                ? ExportMetricsServiceResponse.getDefaultInstance()
                : ExportMetricsServiceResponse.newBuilder()
                        .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                                .setRejectedDataPoints(dataPoints)
                                .setErrorMessage(NO_METRICS))
                        .build();
    }

    /// @param others records that are no events of spans
    static ExportLogsServiceResponse ofLogs(RefusedParts refused, long others) {
        if (refused.isEmpty() && others == 0) {
            return ExportLogsServiceResponse.getDefaultInstance();
        }
        String message = Stream.of(others == 0 ? "" : NO_LOGS, refused.message())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(others + refused.count())
                        .setErrorMessage(message))
                .build();
    }
}
