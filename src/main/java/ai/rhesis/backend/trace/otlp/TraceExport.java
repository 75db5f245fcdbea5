package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.trace.span.RawSpan;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.node.ObjectNode;

/// The spans of one request.
final class TraceExport {

    private TraceExport() {}

    static ExportedParts<RawSpan> of(ExportTraceServiceRequest request) {
        ExportedParts<RawSpan> spans = new ExportedParts<>("spans");
        for (ResourceSpans process : request.getResourceSpansList()) {
            ObjectNode resource = SentSource.resource(process);
            for (ScopeSpans instrumentation : process.getScopeSpansList()) {
                SentSource source = SentSource.of(resource, instrumentation);
                instrumentation.getSpansList().forEach(span -> add(span, source, spans));
            }
        }
        return spans;
    }

    private static void add(Span span, SentSource source, ExportedParts<RawSpan> spans) {
        SentSpan sent = new SentSpan(span, source);
        String fault = sent.fault();
        if (fault == null) {
            spans.add(source.project(), sent::raw);
        } else {
            spans.refused().add(HttpStatus.BAD_REQUEST, fault);
        }
    }
}
