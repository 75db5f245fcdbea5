package ai.rhesis.backend.platform.socket;

import org.jspecify.annotations.Nullable;

/// The message of one connection as it arrives in pieces. What is too large is thrown away piece by piece, so
/// that the connection stays.
final class MessageAssembly {

    static final int MAX_CHARACTERS = 10 * 1024 * 1024;

    private final Arrivals room;
    private StringBuilder text = new StringBuilder();
    private @Nullable String refusal;

    MessageAssembly(Arrivals room) {
        this.room = room;
    }

    /// Adds a piece.
    ///
    /// @return the whole message, whose room its reader gives back; null when it goes on
    /// @throws FrameException at the end of one that was thrown away
    @Nullable
    String add(CharSequence piece, boolean isLast) {
        if (refusal == null) {
            keep(piece);
        }
        return isLast ? end() : null;
    }

    private void keep(CharSequence piece) {
        if (text.length() + piece.length() > MAX_CHARACTERS) {
            refuse("The message is larger than " + MAX_CHARACTERS + " characters.");
        } else if (room.take(piece.length())) {
            text.append(piece);
        } else {
            refuse("Too many large messages arrive at once; send it again.");
        }
    }

    private void refuse(String reason) {
        discard();
        refusal = reason;
    }

    private String end() {
        String reason = refusal;
        String whole = text.toString();
        refusal = null;
        text = new StringBuilder();
        if (reason != null) {
            throw new FrameException(reason);
        }
        return whole;
    }

    /// Gives back the room of a message that will not be complete.
    void discard() {
        room.giveBack(text.length());
        text = new StringBuilder();
    }
}
