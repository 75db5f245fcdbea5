package ai.rhesis.backend.identity.user;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The kinds of values that settings have, each with its bounds in words.
enum SettingType {
    TEXT("must be a text of at most 255 characters", value -> value instanceof String text && text.length() <= 255),
    FLAG("must be true or false", Boolean.class::isInstance),
    /// A step that somebody has taken or not.
    STEP("must be true or false", Boolean.class::isInstance),
    ID("must be a UUID", SettingType::isUuid),
    TIME("must be a time such as 2026-11-26T12:00:00Z", SettingType::isTime),
    PAGE_SIZE("must be a whole number from 1 to 100", value -> isWhole(value, 1, 100)),
    TOKENS("must be a whole number from 1 to 2147483647", value -> isWhole(value, 1, Integer.MAX_VALUE)),
    TEMPERATURE("must be a number from 0 to 2", value -> isNumber(value, 0, 2));

    private final String rule;
    private final Predicate<Object> check;

    SettingType(String rule, Predicate<Object> check) {
        this.rule = rule;
        this.check = check;
    }

    String rule() {
        return rule;
    }

    boolean accepts(Object value) {
        return check.test(value);
    }

    @Nullable
    Object initial() {
        return this == STEP ? Boolean.FALSE : null;
    }

    private static boolean isNumber(Object value, int min, int max) {
        if (!(value instanceof Number)) {
            return false;
        }
        BigDecimal number = new BigDecimal(value.toString());
        return number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static boolean isWhole(Object value, int min, int max) {
        return isNumber(value, min, max)
                && new BigDecimal(value.toString()).stripTrailingZeros().scale() <= 0;
    }

    private static boolean isUuid(Object value) {
        try {
            return UUID.fromString(value.toString()).toString().equalsIgnoreCase(value.toString());
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static boolean isTime(Object value) {
        try {
            return OffsetDateTime.parse(value.toString()).getYear() > 0;
        } catch (DateTimeParseException notOne) {
            return false;
        }
    }
}
