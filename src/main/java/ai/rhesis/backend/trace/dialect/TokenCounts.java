package ai.rhesis.backend.trace.dialect;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Counts and amounts as senders write them: as numbers, or as their texts.
final class TokenCounts {

    /// Above it a number is no count of tokens but noise, and sums could overflow.
    static final long MAX_COUNT = 1_000_000_000_000L;

    private static final int MAX_LENGTH = 40;

    private TokenCounts() {}

    static @Nullable Long count(@Nullable JsonNode value) {
        Double amount = amount(value);
        return amount == null ? null : Long.valueOf(amount.longValue());
    }

    /// Returns the number where it is one of zero to [#MAX_COUNT].
    static @Nullable Double amount(@Nullable JsonNode value) {
        Double number = value == null ? null : number(value);
        return number == null || !(number >= 0 && number <= MAX_COUNT) ? null : number;
    }

    private static @Nullable Double number(JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        String text = value.isString() ? value.stringValue().strip() : "";
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }
}
