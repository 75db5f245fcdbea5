package ai.rhesis.backend.suite.importing.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/// Numbers of a workbook as a person reads them: 3 rather than 3.0, and a date where the style shows one.
final class CellNumbers {

    private static final double MAX_DAYS = 2_958_466;
    private static final double MAX_WHOLE = 1e15;
    private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^]]*]");
    private static final Pattern PARTS_OF_DATES = Pattern.compile("[dmyhsDMYHS]");

    private CellNumbers() {}

    static String text(Cell cell, BigDecimal number) {
        double value = number.doubleValue();
        if (isDate(cell.getDataFormatString()) && value >= 0 && value < MAX_DAYS) {
            return date(cell.asDate());
        }
        if (Double.isInfinite(value)) {
            return number.toString();
        }
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < MAX_WHOLE;
        return isWhole ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean isDate(@Nullable String format) {
        return format != null
                && PARTS_OF_DATES
                        .matcher(NOT_SHOWN.matcher(format).replaceAll(""))
                        .find();
    }

    private static String date(LocalDateTime exact) {
        LocalDateTime time = exact.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : time.toString();
    }
}
