package ai.rhesis.backend.trace.otlp;

import ai.rhesis.backend.trace.event.SpanEvent;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The events of generative AI in the logs of one request, by the projects that their processes name.
/// No other records are taken.
final class LogExport {

    private static final String PREFIX = "gen_ai.";
    private static final String NAME = "event.name";
    private static final String BODY = "body";

    private final ExportedParts<SpanEvent> events = new ExportedParts<>("events");
    private final UnaryOperator<ObjectNode> bounded;
    private long otherRecords;

    private LogExport(UnaryOperator<ObjectNode> bounded) {
        this.bounded = bounded;
    }

    /// @param bounded the bounds of an event
    static LogExport of(ExportLogsServiceRequest request, UnaryOperator<ObjectNode> bounded) {
        LogExport export = new LogExport(bounded);
        for (ResourceLogs process : request.getResourceLogsList()) {
            String project =
                    SentSource.project(OtlpAttributes.of(process.getResource().getAttributesList()));
            process.getScopeLogsList()
                    .forEach(logs -> logs.getLogRecordsList().forEach(record -> export.add(project, record)));
        }
        return export;
    }

    private void add(String project, LogRecord record) {
        String name = name(record);
        if (name.startsWith(PREFIX)
                && SentSpan.isId(record.getTraceId(), SentSpan.TRACE_ID_BYTES)
                && SentSpan.isId(record.getSpanId(), SentSpan.SPAN_ID_BYTES)) {
            events.add(project, () -> event(name, record));
        } else {
            otherRecords++;
        }
    }

    /// Returns the name of an event, which was an attribute before it was a field.
    private static String name(LogRecord record) {
        return record.getEventName().isEmpty()
                ? record.getAttributesList().stream()
                        .filter(attribute -> attribute.getKey().equals(NAME))
                        .map(attribute -> attribute.getValue().getStringValue())
                        .findFirst()
                        .orElse("")
                : record.getEventName();
    }

    private SpanEvent event(String name, LogRecord record) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("name", OtlpAttributes.text(name));
        long time = record.getTimeUnixNano() == 0 ? record.getObservedTimeUnixNano() : record.getTimeUnixNano();
        event.put("timestamp", SentSpan.time(time).toString());
        event.set("attributes", attributes(record));
        SentSpan.putNumber(event, SentSpan.DROPPED_ATTRIBUTES, record.getDroppedAttributesCount());
        return new SpanEvent(
                SentSpan.hexadecimal(record.getTraceId()),
                SentSpan.hexadecimal(record.getSpanId()),
                bounded.apply(event));
    }

    /// Returns the attributes with the body among them, which events of spans lack.
    private static ObjectNode attributes(LogRecord record) {
        List<KeyValue> told = record.getAttributesList().stream()
                .filter(attribute -> !attribute.getKey().equals(NAME))
                .toList();
        ObjectNode attributes = OtlpAttributes.of(told);
        if (record.hasBody() && !attributes.has(BODY)) {
            attributes.set(BODY, OtlpAttributes.of(record.getBody()));
        }
        return attributes;
    }

    ExportedParts<SpanEvent> events() {
        return events;
    }

    long otherRecords() {
        return otherRecords;
    }
}
