package ai.rhesis.backend.integration.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters that make numbers.
final class NumberFilters {

    private static final int MAX_DIGITS = 15;

    private NumberFilters() {}

    static @Nullable Object toInt(@Nullable Object value, @Nullable Object otherwise) {
        Double number = number(value);
        return number == null ? (otherwise == null ? 0L : otherwise) : exact(value, number);
    }

    private static Object exact(@Nullable Object value, Double number) {
        return value instanceof Long || value instanceof Integer ? value : (Object) number.longValue();
    }

    static @Nullable Object toFloat(@Nullable Object value, @Nullable Object otherwise) {
        Double number = number(value);
        return number == null ? (otherwise == null ? 0.0 : otherwise) : number;
    }

    private static @Nullable Double number(@Nullable Object value) {
        try {
            Object plain = Values.plain(value);
            return plain instanceof Number number
                    ? (Double) number.doubleValue()
                    : plain instanceof String text ? (Double) Double.parseDouble(text.strip()) : null;
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    static @Nullable Object abs(@Nullable Object value) {
        return switch (Values.plain(value)) {
            case Long whole -> Math.abs(whole);
            case Double decimal -> Math.abs(decimal);
            case null, default -> null;
        };
    }

    static @Nullable Object round(@Nullable Object value, int digits) {
        Double number = number(value);
        if (number == null || !Double.isFinite(number)) {
            return null;
        }
        int places = Math.clamp(digits, -MAX_DIGITS, MAX_DIGITS);
        return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).doubleValue();
    }

    static Object sum(List<?> items) {
        long whole = 0;
        double decimal = 0;
        boolean isWhole = true;
        for (Object item : items) {
            isWhole &= item instanceof Long || item instanceof Integer;
            if (item instanceof Number number) {
                whole += number.longValue();
                decimal += number.doubleValue();
            }
        }
        return isWhole ? (Object) whole : (Object) decimal;
    }
}
