package ai.rhesis.backend.trace.call;

import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A call of a function that a program reports after it.
///
/// @param timestamp when it began, in seconds since 1970
record ReportedCallRequest(
        @NotBlank @Size(max = 200) String functionName,
        @NotNull Map<String, @Nullable Object> inputs,
        @Nullable String output,
        @NotNull @PositiveOrZero Double durationMs,

        @NotNull @Pattern(regexp = "success|error", message = "must be success or error")
        String status,

        @Nullable String error,
        @NotNull @PositiveOrZero @DecimalMax(LAST_SECOND) BigDecimal timestamp,
        @NotBlank String projectId,

        @NotNull
        @Pattern(
                regexp = "production|staging|development|local",
                message = "must be production, staging, development or local")
        String environment) {

    /// The last second of the year 9999.
    private static final String LAST_SECOND = "253402300799";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int NANOS = 9;

    RawSpan span(String traceId) {
        long nanos = timestamp.remainder(BigDecimal.ONE).movePointRight(NANOS).longValue();
        Instant start = Instant.ofEpochSecond(timestamp.longValue(), nanos);
        Duration duration = Duration.ofNanos(Math.round(durationMs * 1_000_000));
        return new RawSpan(
                traceId,
                CallSpan.newSpanId(),
                null,
                environment,
                null,
                "function." + functionName,
                SpanKind.INTERNAL,
                start,
                start.plus(duration),
                status.equals("success") ? StatusCode.OK : StatusCode.ERROR,
                error,
                attributes(),
                JSON.arrayNode(),
                JSON.arrayNode(),
                JSON.objectNode(),
                JSON.objectNode());
    }

    private ObjectNode attributes() {
        ObjectNode attributes = JSON.objectNode().put("function.name", functionName);
        attributes.put("function.kwargs", MAPPER.writeValueAsString(inputs));
        if (output != null) {
            attributes.put("function.result", output);
        }
        return attributes;
    }
}
