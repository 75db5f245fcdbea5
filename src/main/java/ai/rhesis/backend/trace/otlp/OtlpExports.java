package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.web.body.PackedBody;
import ai.rhesis.backend.trace.event.SpanEvent;
import ai.rhesis.backend.trace.event.SpanEvents;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.store.Receipt;
import ai.rhesis.backend.trace.store.SpanProjects;
import ai.rhesis.backend.trace.store.SpanStore;
import ai.rhesis.backend.trace.store.limit.SpanLimits;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The exports of applications: spans and their events are kept, and what is not is counted in the
/// answer.
@Component
class OtlpExports {

    private final OtlpBodies bodies;
    private final SpanProjects projects;
    private final SpanStore store;
    private final SpanEvents events;
    private final SpanLimits limits;

    OtlpExports(OtlpBodies bodies, SpanProjects projects, SpanStore store, SpanEvents events, SpanLimits limits) {
        this.bodies = bodies;
        this.projects = projects;
        this.store = store;
        this.events = events;
        this.limits = limits;
    }

    /// Keeps spans.
    ///
    /// @param project the header `X-Project-Id`
    /// @throws ProblemException 400 when every span has a fault, 403 when their projects are none of
    /// the caller's
    ExportTraceServiceResponse traces(PackedBody body, @Nullable String project) throws IOException {
        ExportedParts<RawSpan> export =
                bodies.read(body, ExportTraceServiceRequest.newBuilder(), request -> TraceExport.of(request.build()));
        Map<UUID, List<RawSpan>> placed = export.placed(in(project));
        Receipt receipt = store.receive(placed.entrySet().stream()
                .flatMap(spans -> spans.getValue().stream().map(span -> new PlacedSpan(spans.getKey(), span)))
                .toList());
        receipt.refused().forEach(refusal -> export.refused().add(HttpStatus.BAD_REQUEST, refusal.msg()));
        export.refused().requireSome(receipt.received());
        return OtlpResponses.ofTraces(export.refused());
    }

    /// Keeps those records of logs that are events of spans.
    ///
    /// @param project the header `X-Project-Id`
    /// @throws ProblemException 400 and 403 when no project takes the events
    ExportLogsServiceResponse logs(PackedBody body, @Nullable String project) throws IOException {
        LogExport export = bodies.read(
                body,
                ExportLogsServiceRequest.newBuilder(),
                request -> LogExport.of(request.build(), limits::cutEvent));
        Map<UUID, List<SpanEvent>> placed = export.events().placed(in(project));
        placed.forEach((id, received) -> export.events()
                .refused()
                .add(HttpStatus.CONTENT_TOO_LARGE, SpanEvents.TOO_MANY, events.receive(id, received)));
        export.events().refused().requireSome(placed.size());
        return OtlpResponses.ofLogs(export.events().refused(), export.otherRecords());
    }

    /// Counts the data points of metrics, and keeps none.
    ExportMetricsServiceResponse metrics(PackedBody body) throws IOException {
        return OtlpResponses.ofMetrics(bodies.read(
                body, ExportMetricsServiceRequest.newBuilder(), request -> MetricPoints.count(request.build())));
    }

    private Function<String, UUID> in(@Nullable String header) {
        return name -> projects.of(List.of(name), header).getFirst();
    }
}
