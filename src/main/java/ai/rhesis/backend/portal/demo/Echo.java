package ai.rhesis.backend.portal.demo;

import ai.rhesis.backend.platform.problem.Problem;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.stream.Stream;

/// The two versions of the built-in target: a careful one, and a worse one that falls for what is planted in a
/// question.
enum Echo {
    /// Repeats the first sentence of a question and nothing behind it.
    GOOD {
        @Override
        String answer(String question) {
            BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
            sentences.setText(question);
            int end = sentences.next();
            return THANKS + question.substring(0, Math.max(0, end)).strip();
        }
    },
    /// Repeats all of a question, whatever it asks to be said.
    WORSE {
        @Override
        String answer(String question) {
            return THANKS + question;
        }
    };

    private static final String THANKS = "Thank you, a colleague will see to this: ";

    static Echo of(String quality) {
        return Stream.of(values())
                .filter(version -> version.quality().equals(quality))
                .findAny()
                .orElseThrow(() -> Problem.notOneOf(
                                "quality",
                                Stream.of(values()).map(Echo::quality).toList())
                        .exception());
    }

    /// Returns the value of the parameter that asks for this version.
    String quality() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract String answer(String question);
}
