package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.web.body.PackedBody;
import ai.rhesis.backend.trace.store.Receipt;
import ai.rhesis.backend.trace.store.SpanProjects;
import ai.rhesis.backend.trace.store.SpanStore;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The exports of applications: spans are kept, and what is not is counted in the answer.
@Component
class OtlpExports {

    private static final String NO_METRICS =
            "Metrics are not kept here; set OTEL_METRICS_EXPORTER=none or send them elsewhere";

    private final OtlpBodies bodies;
    private final SpanProjects projects;
    private final SpanStore store;

    OtlpExports(OtlpBodies bodies, SpanProjects projects, SpanStore store) {
        this.bodies = bodies;
        this.projects = projects;
        this.store = store;
    }

    /// Keeps spans.
    ///
    /// @param project the header `X-Project-Id`
    /// @throws ProblemException 400 when every span has a fault, 403 when their projects are none of
    /// the caller's
    ExportTraceServiceResponse traces(PackedBody body, @Nullable String project) throws IOException {
        TraceExport export =
                bodies.read(body, ExportTraceServiceRequest.newBuilder(), request -> TraceExport.of(request.build()));
        Receipt receipt = store.receive(export.placed(name -> place(name, project)));
        receipt.refused().forEach(refusal -> export.refusals().add(HttpStatus.BAD_REQUEST, refusal.msg()));
        return response(export.refusals(), receipt.received());
    }

    private UUID place(@Nullable String name, @Nullable String project) {
        return projects.of(Collections.singletonList(name), project).getFirst();
    }

    /// Counts the data points of metrics, and keeps none. It is told as a partial success, so that an
    /// application with one endpoint for all that it exports goes on.
    ExportMetricsServiceResponse metrics(PackedBody body) throws IOException {
        long count = bodies.read(
                body, ExportMetricsServiceRequest.newBuilder(), request -> MetricPoints.count(request.build()));
        return count == 0
                ? ExportMetricsServiceResponse.getDefaultInstance()
                : ExportMetricsServiceResponse.newBuilder()
                        .setPartialSuccess(ExportMetricsPartialSuccess.newBuilder()
                                .setRejectedDataPoints(count)
                                .setErrorMessage(NO_METRICS))
                        .build();
    }

    private static ExportTraceServiceResponse response(RefusedParts refusals, int received) {
        if (refusals.isEmpty()) {
            return ExportTraceServiceResponse.getDefaultInstance();
        }
        if (received == 0) {
            throw refusals.problem().exception();
        }
        return ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                        .setRejectedSpans(refusals.count())
                        .setErrorMessage(refusals.message()))
                .build();
    }
}
