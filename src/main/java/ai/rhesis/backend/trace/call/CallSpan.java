package ai.rhesis.backend.trace.call;

import ai.rhesis.backend.integration.chat.Answer;
import ai.rhesis.backend.integration.chat.TestContext;
import ai.rhesis.backend.integration.chat.Usage;
import ai.rhesis.backend.integration.enclosure.Enclosure;
import ai.rhesis.backend.integration.endpoint.EndpointCall;
import ai.rhesis.backend.integration.endpoint.EndpointSnapshot;
import ai.rhesis.backend.trace.span.PlacedSpan;
import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The making of the span of a call, as it is told: the store makes it storable.
final class CallSpan {

    /// Length in characters of what was said, as published clients cut it.
    private static final int MAX_SAID = 10_000;

    private static final int MAX_PREVIEW = 1_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CallSpan() {}

    static PlacedSpan of(EndpointCall call) {
        EndpointSnapshot endpoint = call.endpoint();
        String type = endpoint.connectionType().toLowerCase(Locale.ROOT);
        String message = call.failure() == null ? null : call.failure().getMessage();
        RawSpan span = new RawSpan(
                call.traceId(),
                newSpanId(),
                null,
                endpoint.place().environment(),
                call.conversationId(),
                "function.endpoint_" + type + "_invoke",
                SpanKind.CLIENT,
                call.start(),
                call.end(),
                call.failure() == null ? StatusCode.OK : StatusCode.ERROR,
                message,
                attributes(call),
                JSON.arrayNode(),
                JSON.arrayNode(),
                JSON.objectNode(),
                JSON.objectNode());
        return new PlacedSpan(Objects.requireNonNull(endpoint.place().projectId()), span);
    }

    /// Makes the id of a span, which no other of its trace has.
    static String newSpanId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }

    private static ObjectNode attributes(EndpointCall call) {
        ObjectNode attributes = JSON.objectNode();
        putEndpoint(attributes, call.endpoint());
        putTest(attributes, call.context().test());
        putSaid(attributes, "rhesis.conversation.input", call.question().input());
        putFiles(attributes, call.question().files());
        String conversation = call.conversationId();
        if (conversation != null) {
            attributes.put("rhesis.conversation.id", conversation).put("rhesis.conversation.is_turn_root", true);
        }
        attributes.put("endpoint.response.status", call.failure() == null ? "success" : "error");
        putAnswer(attributes, call.answer());
        return attributes;
    }

    private static void putEndpoint(ObjectNode attributes, EndpointSnapshot endpoint) {
        attributes
                .put("endpoint.id", endpoint.id().toString())
                .put("endpoint.name", endpoint.name())
                .put("endpoint.type", endpoint.connectionType());
        putText(attributes, "endpoint.url", endpoint.url());
        if (endpoint.connectionType().equals("REST")) {
            attributes.put("endpoint.method", endpoint.method());
        }
    }

    private static void putTest(ObjectNode attributes, @Nullable TestContext test) {
        if (test != null) {
            UUID testId = test.testId();
            attributes.put("rhesis.test.run_id", test.testRunId().toString());
            putText(attributes, "rhesis.test.id", testId == null ? null : testId.toString());
            attributes
                    .put(
                            "rhesis.test.configuration_id",
                            test.testConfigurationId().toString())
                    .put("rhesis.test.result_id", test.testResultId().toString());
        }
    }

    /// Tells which files went with the question, as a text: attributes hold no objects.
    private static void putFiles(ObjectNode attributes, List<Enclosure> files) {
        if (!files.isEmpty()) {
            ArrayNode told = JSON.arrayNode();
            files.forEach(file -> told.addObject()
                    .put("filename", file.filename())
                    .put("content_type", file.contentType())
                    .put("size_bytes", file.sizeBytes()));
            attributes.put("endpoint.request.files", told.toString());
        }
    }

    private static void putAnswer(ObjectNode attributes, @Nullable Answer answer) {
        String output = answer == null ? null : answer.output();
        attributes.put("endpoint.response.has_output", output != null);
        if (output != null) {
            putSaid(attributes, "rhesis.conversation.output", output);
            attributes
                    .put("endpoint.response.output_preview", cut(output, MAX_PREVIEW))
                    .put("endpoint.response.size", output.length());
        }
        if (answer != null) {
            putUsage(attributes, answer.usage());
        }
    }

    private static void putUsage(ObjectNode attributes, Usage usage) {
        if (usage.total() > 0) {
            putNumber(attributes, "ai.llm.tokens.input", usage.inputTokens());
            putNumber(attributes, "ai.llm.tokens.output", usage.outputTokens());
            attributes.put("ai.llm.tokens.total", usage.total());
        }
    }

    private static void putSaid(ObjectNode attributes, String key, String text) {
        attributes.put(key, cut(text, MAX_SAID));
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }

    private static void putText(ObjectNode attributes, String key, @Nullable String text) {
        if (text != null) {
            attributes.put(key, text);
        }
    }

    private static void putNumber(ObjectNode attributes, String key, @Nullable Integer number) {
        if (number != null) {
            attributes.put(key, number);
        }
    }
}
