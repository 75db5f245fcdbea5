package ai.rhesis.backend.run.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Figures as people read them, with their units.
final class Figures {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /// 1, 2, 5, 10, 20, 50 … up to five thousand million.
    private static final Long[] STEPS = IntStream.range(0, 10)
            .boxed()
            .flatMap(power -> LongStream.of(1, 2, 5)
                    .map(digit -> digit * (long) Math.pow(10, power))
                    .boxed())
            .toArray(Long[]::new);

    private Figures() {}

    static Long[] steps() {
        return STEPS.clone();
    }

    static long step(int place) {
        return STEPS[Math.min(place, STEPS.length - 1)];
    }

    static String time(Instant instant) {
        return MINUTE.format(instant);
    }

    /// Writes a duration: `184 ms`, `1.2 s`, `3 min 20 s`.
    static String millis(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        return millis < 60_000 ? trimmed(millis / 1_000.0) + " s" : duration(Duration.ofMillis(millis));
    }

    static String duration(Duration duration) {
        if (duration.toMillis() < 60_000) {
            return millis(duration.toMillis());
        }
        return duration.toHours() > 0
                ? duration.toHours() + " h " + duration.toMinutesPart() + " min"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }

    /// Writes an amount in millionths of a dollar: `$0.0008`.
    static String dollars(long micros) {
        return "$" + BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    /// Writes a score without needless digits.
    static String score(double score) {
        return BigDecimal.valueOf(Math.round(score * 10_000), 4)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
