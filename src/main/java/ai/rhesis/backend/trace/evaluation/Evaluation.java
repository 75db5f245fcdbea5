package ai.rhesis.backend.trace.evaluation;

import ai.rhesis.backend.trace.otlp.OtlpAttributes;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The judgement of one metric about one result, as the event `gen_ai.evaluation.result`.
///
/// @param passed with what reviews say; null where there is an error
/// @param errorType null where the metric judged
/// @param span the span that the result is linked to
record Evaluation(
        UUID testRunId,
        UUID testResultId,
        @Nullable UUID testId,
        Instant time,
        String metric,
        @Nullable Double score,
        @Nullable String category,
        @Nullable Boolean passed,
        @Nullable Double threshold,
        @Nullable String explanation,
        @Nullable String errorType,
        @Nullable JudgedSpan span) {

    static final String EVENT = "gen_ai.evaluation.result";

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Returns the event of a span.
    ObjectNode event() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("name", EVENT);
        event.put("timestamp", time.toString());
        event.put("derived", true);
        event.set("attributes", OtlpAttributes.of(attributes()));
        return event;
    }

    /// Returns the record of a log, which stands for the event where spans are sent apart from it.
    LogRecord record() {
        long nanos = time.getEpochSecond() * NANOS_PER_SECOND + time.getNano();
        LogRecord.Builder log = LogRecord.newBuilder()
                .setTimeUnixNano(nanos)
                .setObservedTimeUnixNano(nanos)
                .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
                .setSeverityText("INFO")
                .setEventName(EVENT)
                .addAllAttributes(attributes());
        if (span != null) {
            log.setTraceId(ByteString.copyFrom(span.traceId())).setSpanId(ByteString.copyFrom(span.spanId()));
        }
        return log.build();
    }

    private List<KeyValue> attributes() {
        List<KeyValue> attributes = new ArrayList<>();
        add(attributes, "gen_ai.evaluation.name", metric);
        add(attributes, "gen_ai.evaluation.score.value", score);
        add(attributes, "gen_ai.evaluation.score.label", label());
        add(attributes, "gen_ai.evaluation.explanation", explanation);
        add(attributes, "gen_ai.response.id", span == null ? null : span.responseId());
        add(attributes, "error.type", errorType);
        add(attributes, "rhesis.evaluation.passed", passed);
        add(attributes, "rhesis.evaluation.threshold", threshold);
        add(attributes, "rhesis.test.run_id", testRunId);
        add(attributes, "rhesis.test.result_id", testResultId);
        add(attributes, "rhesis.test.id", testId);
        return attributes;
    }

    /// Returns the category that the metric chose, or else its verdict in a word.
    private @Nullable String label() {
        if (category != null || passed == null) {
            return category;
        }
        return passed ? "pass" : "fail";
    }

    private static void add(List<KeyValue> attributes, String key, @Nullable Object value) {
        if (value != null) {
            attributes.add(
                    KeyValue.newBuilder().setKey(key).setValue(value(value)).build());
        }
    }

    private static AnyValue value(Object value) {
        AnyValue.Builder any = AnyValue.newBuilder();
        return switch (value) {
            case Double number -> any.setDoubleValue(number).build();
            case Boolean bool -> any.setBoolValue(bool).build();
            default -> any.setStringValue(value.toString()).build();
        };
    }

    /// The root of the trace that a result is linked to.
    ///
    /// @param responseId the id that a model gave to the completion, where the span itself tells it
    record JudgedSpan(
            byte[] traceId, byte[] spanId, @Nullable String responseId) {}
}
