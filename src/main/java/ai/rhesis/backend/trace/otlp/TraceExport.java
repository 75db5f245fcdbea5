package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/// The spans of one request, by the projects that their processes name.
final class TraceExport {

    private static final String NO_PROJECT = "";

    private final Map<String, List<RawSpan>> spans = new LinkedHashMap<>();
    private final RefusedParts refusals = new RefusedParts("spans");

    static TraceExport of(ExportTraceServiceRequest request) {
        TraceExport export = new TraceExport();
        for (ResourceSpans process : request.getResourceSpansList()) {
            ObjectNode resource = SentSource.resource(process);
            for (ScopeSpans instrumentation : process.getScopeSpansList()) {
                SentSource source = SentSource.of(resource, instrumentation);
                instrumentation.getSpansList().forEach(span -> export.add(span, source));
            }
        }
        return export;
    }

    private void add(Span span, SentSource source) {
        SentSpan sent = new SentSpan(span, source);
        String fault = sent.fault();
        if (fault == null) {
            String project = source.project();
            spans.computeIfAbsent(project == null ? NO_PROJECT : project, name -> new ArrayList<>())
                    .add(sent.raw());
        } else {
            refusals.add(HttpStatus.BAD_REQUEST, fault);
        }
    }

    /// Places the spans in their projects. Those of a project that refuses them are left out, and
    /// counted.
    ///
    /// @param projects the id of a named project, or of that of spans that name none
    List<PlacedSpan> placed(Function<@Nullable String, UUID> projects) {
        List<PlacedSpan> placed = new ArrayList<>();
        spans.forEach((name, ofProject) -> {
            try {
                UUID project = projects.apply(name.equals(NO_PROJECT) ? null : name);
                ofProject.forEach(span -> placed.add(new PlacedSpan(project, span)));
            } catch (ProblemException refusal) {
                ofProject.forEach(span -> refusals.add(refusal.problem()));
            }
        });
        return placed;
    }

    RefusedParts refusals() {
        return refusals;
    }
}
