package ai.rhesis.backend.annotation.comment;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.Violation;
import java.util.List;

/// An emoji, which may have several characters, as flags and families do; nothing else can be a reaction.
record Emoji(String text) {

    private static final int MAX_LENGTH = 32;
    private static final int KEYCAP = 0x20E3;

    /// @throws ProblemException 422 when the text is no emoji
    static Emoji of(String text) {
        boolean pure = text.codePoints().allMatch(c -> Character.isEmoji(c) || Character.isEmojiComponent(c));
        // digits are emojis to Unicode, because they are the first part of keycaps
        boolean shown = text.codePoints().anyMatch(c -> c == KEYCAP || (c > 0x7F && Character.isEmoji(c)));
        if (!pure || !shown || text.length() > MAX_LENGTH) {
            throw Problem.invalid(List.of(Violation.at("path", "emoji", "value_error", "must be an emoji")))
                    .exception();
        }
        return new Emoji(text);
    }
}
