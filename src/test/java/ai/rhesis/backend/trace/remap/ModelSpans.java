package ai.rhesis.backend.trace.remap;

import ai.rhesis.backend.support.SentSpans;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Calls of a model in one trace, each of which takes ten tokens.
record ModelSpans(UUID projectId, String traceId) {

    static final int TOKENS = 10;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant BEGIN = Instant.parse("2026-11-27T04:00:00Z");

    static ModelSpans of(UUID projectId) {
        return new ModelSpans(projectId, UUID.randomUUID().toString().replace("-", ""));
    }

    /// Returns as many spans, of which the first one of all is the root.
    List<PlacedSpan> some(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(number -> span(number, null))
                .toList();
    }

    PlacedSpan span(int number, @Nullable String conversation) {
        ObjectNode attributes = JSON.createObjectNode()
                .put("gen_ai.operation.name", "chat")
                .put("gen_ai.provider.name", "openai")
                .put("gen_ai.request.model", "gpt-4o")
                .put("gen_ai.usage.input_tokens", TOKENS - 1)
                .put("gen_ai.usage.output_tokens", 1)
                .put("gen_ai.conversation.id", "read")
                .put(
                        "gen_ai.input.messages",
                        "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Question %d\"}]}]"
                                .formatted(number));
        return new PlacedSpan(
                projectId,
                new RawSpan(
                        traceId,
                        SentSpans.id(number),
                        number == 0 ? null : SentSpans.id(0),
                        "development",
                        conversation,
                        "chat gpt-4o",
                        SpanKind.CLIENT,
                        BEGIN.plusSeconds(number),
                        BEGIN.plusSeconds(number + 1),
                        StatusCode.OK,
                        null,
                        attributes,
                        JSON.createArrayNode(),
                        JSON.createArrayNode(),
                        JSON.createObjectNode(),
                        JSON.createObjectNode()));
    }
}
