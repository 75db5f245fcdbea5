package ai.rhesis.backend.integration.connector;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The notice between nodes about a call: ids and nothing else. The rest is in its row, read as the tenant whose it is.
///
/// @param to the node that it is for
/// @param from the node that sends it
record CallSignal(Kind kind, UUID to, UUID from, UUID callId, UUID connectionId) {

    private static final String TOPIC = "connector";
    private static final int PARTS = 6;

    String text() {
        return String.join(
                " ", TOPIC, kind.name(), to.toString(), from.toString(), callId.toString(), connectionId.toString());
    }

    /// Reads the text of a signal; null when it is none of these.
    static @Nullable CallSignal parse(String text) {
        String[] parts = text.split(" ");
        if (parts.length != PARTS || !parts[0].equals(TOPIC)) {
            return null;
        }
        try {
            return new CallSignal(
                    Kind.valueOf(parts[1]),
                    UUID.fromString(parts[2]),
                    UUID.fromString(parts[3]),
                    UUID.fromString(parts[4]),
                    UUID.fromString(parts[5]));
        } catch (IllegalArgumentException ofAnotherVersion) {
            return null;
        }
    }

    /// The things that can be said about a call.
    enum Kind {
        /// It waits for the connection.
        CALL,
        /// Its answer is in its row.
        ANSWER,
        /// The program left before it answered.
        LEFT,
        /// There was no such connection.
        GONE,
        /// The program was too busy.
        CROWDED,
        /// The answer of the program could not be taken.
        REFUSED
    }
}
