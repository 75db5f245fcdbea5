package ai.rhesis.backend.portal.explorer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A test of a tree as a client writes it; of a change, what is absent stays.
///
/// @param generateEmbedding accepted and left: no embeddings are made
record TestNodeRequest(
        @Size(max = 255) @Nullable String topic,
        @Size(min = 1, max = 100_000) @Nullable String input,
        @Size(max = 1_000_000) @Nullable String output,

        @Pattern(regexp = "|pass|fail", message = "must be pass, fail or empty") @Nullable
        String label,

        @Size(max = 255) @Nullable String labeler,
        @Nullable Double modelScore,
        @Nullable Boolean toEval,
        @Nullable Boolean generateEmbedding) {

    /// Returns what is kept in the metadata of the test.
    Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        put(metadata, "output", output);
        put(metadata, "label", label);
        put(metadata, "labeler", labeler);
        put(metadata, "model_score", modelScore);
        return metadata;
    }

    private static void put(Map<String, Object> metadata, String key, @Nullable Object value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }
}
