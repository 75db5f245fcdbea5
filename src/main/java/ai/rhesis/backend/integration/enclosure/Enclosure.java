package ai.rhesis.backend.integration.enclosure;

import java.util.Map;

/// A file that goes with a question, as mappings reach it under `files`.
///
/// @param data its content in base64
public record Enclosure(String filename, String contentType, String data) {

    /// The most files of one question.
    public static final int MAX_COUNT = 10;

    /// The most characters of the data of one question: as many as the message of a chat has, which is 7.5 MiB of
    /// files.
    public static final int MAX_CHARACTERS = 10 * 1024 * 1024;

    private static final int BYTES = 3;
    private static final int CHARACTERS = 4;

    /// Returns the number of characters that a content has in base64.
    static long characters(long bytes) {
        return (bytes + BYTES - 1) / BYTES * CHARACTERS;
    }

    /// Returns the size of the content.
    public long sizeBytes() {
        int padding = data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0;
        return (long) data.length() / CHARACTERS * BYTES - padding;
    }

    /// Returns what templates see.
    public Map<String, String> values() {
        return Map.of("filename", filename, "content_type", contentType, "data", data);
    }

    // A content is in no log.
    @Override
    public String toString() {
        return "Enclosure[" + contentType + ", " + data.length() + " characters]";
    }
}
