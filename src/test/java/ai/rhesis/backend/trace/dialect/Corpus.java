package ai.rhesis.backend.trace.dialect;

import ai.rhesis.backend.trace.span.RawSpan;
import ai.rhesis.backend.trace.span.SpanKind;
import ai.rhesis.backend.trace.span.StatusCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Spans as each convention writes them, written after its public description, with the reading that each of them has.
final class Corpus {

    private static final Path FOLDER = Path.of("src/test/resources/traces");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = Instant.parse("2026-11-27T04:00:00Z");

    private Corpus() {}

    /// A span of the corpus.
    ///
    /// @param says what it is, as a reader of docs/traces.md sees it
    record Case(String convention, String name, String says, RawSpan span, JsonNode reading) {

        @Override
        public String toString() {
            return convention + "/" + name;
        }
    }

    static List<Case> cases() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Corpus::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Case read(Path file) {
        JsonNode told = JSON.readTree(file.toFile());
        return new Case(
                String.valueOf(file.getName(file.getNameCount() - 2)),
                file.getFileName().toString().replace(".json", ""),
                told.get("says").asString(),
                span(told.get("span")),
                told.get("reading"));
    }

    static RawSpan span(JsonNode told) {
        return new RawSpan(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                null,
                null,
                text(told, "conversation_id"),
                told.get("name").asString(),
                SpanKind.valueOf(told.path("kind").asString("INTERNAL")),
                START,
                START.plusMillis(120),
                StatusCode.valueOf(told.path("status").asString("UNSET")),
                text(told, "status_message"),
                (ObjectNode) told.get("attributes"),
                told.get("events") instanceof ArrayNode events ? events : JSON.createArrayNode(),
                JSON.createArrayNode(),
                JSON.createObjectNode(),
                told.has("scope")
                        ? JSON.createObjectNode().put("name", told.get("scope").asString())
                        : JSON.createObjectNode());
    }

    private static @Nullable String text(JsonNode told, String key) {
        return told.has(key) ? told.get(key).asString() : null;
    }

    /// Returns a reading in the form in which the corpus has it: without what is absent.
    static ObjectNode json(Reading reading) {
        ObjectNode json = JSON.createObjectNode();
        put(json, "dialect", reading.dialect());
        put(json, "operation", reading.operation());
        put(json, "input", reading.input());
        put(json, "output", reading.output());
        put(json, "provider", reading.provider());
        put(json, "model", reading.model());
        ObjectNode tokens = JSON.createObjectNode();
        put(tokens, "input", reading.inputTokens());
        put(tokens, "output", reading.outputTokens());
        put(tokens, "total", reading.totalTokens());
        put(json, "tokens", tokens.isEmpty() ? null : tokens);
        put(json, "cost_usd", reading.costUsd());
        ArrayNode calls = JSON.createArrayNode();
        reading.toolCalls().forEach(call -> calls.add(call.toJson()));
        put(json, "tool_calls", calls.isEmpty() ? null : calls);
        put(json, "conversation_id", reading.conversationId());
        put(json, "user_id", reading.userId());
        return json;
    }

    private static void put(ObjectNode json, String key, @Nullable Object value) {
        if (value != null) {
            json.set(key, value instanceof JsonNode node ? node : JSON.valueToTree(value));
        }
    }
}
