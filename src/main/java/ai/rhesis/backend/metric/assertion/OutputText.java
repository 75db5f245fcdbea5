package ai.rhesis.backend.metric.assertion;

import ai.rhesis.backend.integration.chat.Message;
import ai.rhesis.backend.metric.evaluation.Evidence;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Texts as assertions look at them.
final class OutputText {

    private static final int MAX_SHOWN_LENGTH = 200;

    private OutputText() {}

    /// Tells what the target said: its output, or all it said in a conversation.
    static String outputOf(Evidence evidence) {
        if (evidence.output() != null) {
            return evidence.output();
        }
        if (evidence.conversation().isEmpty()) {
            throw UnjudgeableException.missing("output", "The target gave no output");
        }
        return evidence.conversation().stream()
                .filter(message -> message.role().equals("assistant"))
                .map(Message::content)
                .collect(Collectors.joining("\n"));
    }

    /// Splits a text at white space.
    static List<String> words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? List.of() : Arrays.asList(stripped.split("\\s+"));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static String shortened(String text) {
        return text.length() <= MAX_SHOWN_LENGTH ? text : text.substring(0, MAX_SHOWN_LENGTH) + "…";
    }
}
