package ai.rhesis.backend.trace.store.reading;

import ai.rhesis.backend.trace.dialect.Reading;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.StatusCode;
import ai.rhesis.backend.trace.span.TraceKey;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A span of a delivery with what was read in it, ready to be written.
///
/// @param index its place in the delivery
/// @param id of its row
/// @param costNanos in billionths of a US dollar
public record ReadSpan(
        int index,
        UUID id,
        PlacedSpan placed,
        Reading reading,
        @Nullable Long costNanos) {

    /// The environment of spans that name none.
    private static final String DEFAULT_ENVIRONMENT = "development";

    ReadSpan priced(SpanPrices prices) {
        return new ReadSpan(index, id, placed, reading, prices.cost(reading, span().startTime()));
    }

    public TraceKey trace() {
        return TraceKey.of(placed);
    }

    public RawSpan span() {
        return placed.span();
    }

    public String environment() {
        return Objects.requireNonNullElse(span().environment(), DEFAULT_ENVIRONMENT);
    }

    @Nullable
    public String conversationId() {
        if (span().conversationId() != null) {
            return span().conversationId();
        }
        JsonNode told = span().attributes().path("rhesis.conversation.id");
        return told.isString() && !told.stringValue().isBlank() ? told.stringValue() : reading.conversationId();
    }

    /// Returns the id of the run that the span names; there may be no such run.
    @Nullable
    public UUID testRunId() {
        return ToldLinks.testRunId(span().attributes());
    }

    public boolean isError() {
        return span().statusCode() == StatusCode.ERROR;
    }

    /// Returns what was said to the application: by the turn of the conversation, else as the span is read.
    @Nullable
    public String conversationInput() {
        return text("rhesis.conversation.input", reading.input());
    }

    @Nullable
    public String conversationOutput() {
        return text("rhesis.conversation.output", reading.output());
    }

    private @Nullable String text(String key, @Nullable JsonNode otherwise) {
        JsonNode told = span().attributes().path(key);
        JsonNode node = told.isString() ? told : otherwise;
        if (node == null || node.isNull()) {
            return null;
        }
        return node.isString() ? node.stringValue() : node.toString();
    }
}
