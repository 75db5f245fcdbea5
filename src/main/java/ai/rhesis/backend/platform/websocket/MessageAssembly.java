package ai.rhesis.backend.platform.websocket;

import org.jspecify.annotations.Nullable;

/// The message of one connection as it arrives in pieces. What is too large is thrown away piece by piece, so
/// that the connection stays.
final class MessageAssembly {

    private static final int HEAD = 256;

    private final Arrivals room;
    private StringBuilder text = new StringBuilder();
    private final int maxCharacters;
    private @Nullable RefusedMessageException refusal;

    MessageAssembly(Arrivals room, int maxCharacters) {
        this.room = room;
        this.maxCharacters = maxCharacters;
    }

    /// Adds a piece.
    ///
    /// @return the whole message, whose room its reader gives back; null when it goes on
    /// @throws RefusedMessageException at the end of one that was thrown away
    @Nullable
    String add(CharSequence piece, boolean isLast) {
        if (refusal == null) {
            keep(piece);
        }
        return isLast ? end() : null;
    }

    private void keep(CharSequence piece) {
        if (text.length() + piece.length() > maxCharacters) {
            refuse(piece, "The message is larger than " + maxCharacters + " characters.");
        } else if (room.take(piece.length())) {
            text.append(piece);
        } else {
            refuse(piece, "Too many large messages arrive at once; send it again.");
        }
    }

    private void refuse(CharSequence piece, String reason) {
        StringBuilder head = new StringBuilder(text.substring(0, Math.min(text.length(), HEAD)));
        head.append(piece, 0, Math.min(piece.length(), HEAD - head.length()));
        discard();
        refusal = new RefusedMessageException(reason, head.toString());
    }

    private String end() {
        RefusedMessageException reason = refusal;
        String whole = text.toString();
        refusal = null;
        text = new StringBuilder();
        if (reason != null) {
            throw reason;
        }
        return whole;
    }

    /// Gives back the room of a message that will not be complete.
    void discard() {
        room.giveBack(text.length());
        text = new StringBuilder();
    }
}
