package ai.rhesis.backend.suite.version.content;

import ai.rhesis.backend.platform.secrets.Sha256;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The content of a test: names in place of ids, so that equal tests of two organizations have equal hashes.
///
/// @param files the SHA-256 of each attached file, sorted
/// @param languageCode of the prompt; null without one
public record TestContent(
        @Nullable String category,
        @Nullable String expectedResponse,
        List<String> files,
        @Nullable String languageCode,
        @Nullable JsonNode metadata,
        @Nullable String prompt,
        @Nullable String requirement,
        @Nullable JsonNode testConfiguration,
        String testType,
        @Nullable String topic) {

    private static final List<String> BESIDE_THE_STIMULUS = List.of("category", "metadata", "requirement", "topic");

    /// Hashes all of it with SHA-256 as canonical JSON (RFC 8785), in lower-case hexadecimal.
    public String contentHash() {
        return hash(tree());
    }

    /// Hashes only what reaches the target or decides about its answer.
    public String stimulusHash() {
        return hash(tree().without(BESIDE_THE_STIMULUS));
    }

    private static String hash(JsonNode tree) {
        return HexFormat.of().formatHex(Sha256.of(Rfc8785Json.of(tree)));
    }

    /// Collects the fields that differ from those of another, each as it is there and here.
    public Map<String, Change> changesSince(TestContent before) {
        ObjectNode then = before.tree();
        Map<String, Change> changes = new LinkedHashMap<>();
        tree().forEachEntry((name, value) -> {
            if (!Objects.equals(Rfc8785Json.of(then.path(name)), Rfc8785Json.of(value))) {
                changes.put(name, new Change(then.path(name), value));
            }
        });
        return changes;
    }

    ObjectNode tree() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("category", category);
        tree.put("expected_response", expectedResponse);
        files.forEach(tree.putArray("files")::add);
        tree.put("language_code", languageCode);
        tree.set("metadata", orNull(metadata));
        tree.put("prompt", prompt);
        tree.put("requirement", requirement);
        tree.set("test_configuration", orNull(testConfiguration));
        tree.put("test_type", testType);
        tree.put("topic", topic);
        return tree;
    }

    private static JsonNode orNull(@Nullable JsonNode node) {
        return node == null ? JsonNodeFactory.instance.nullNode() : node;
    }

    /// One field on both sides.
    public record Change(JsonNode before, JsonNode after) {}
}
