package ai.rhesis.backend.portal.insight;

import ai.rhesis.backend.platform.query.StorableYears;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/// The time in which the counted rows were made; null on a side that is open.
record InsightWindow(
        @Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final int MAX_MONTHS = 1200;

    /// The end of a date, to the microseconds that the database keeps: a date as the end means the whole day.
    private static final LocalTime LAST_OF_A_DAY = LocalTime.MAX.truncatedTo(ChronoUnit.MICROS);

    /// @param at the place of the question in the body, before the names of its fields
    static InsightWindow of(String at, InsightRequest request) {
        Integer months = request.months();
        if (months == null) {
            return new InsightWindow(
                    time(at + "start_date", request.startDate(), LocalTime.MIN),
                    time(at + "end_date", request.endDate(), LAST_OF_A_DAY));
        }
        if (request.startDate() != null || request.endDate() != null) {
            throw InsightProblem.bad(at + "months", "Use either months or start_date and end_date, not both");
        }
        if (months < 1 || months > MAX_MONTHS) {
            throw InsightProblem.bad(at + "months", "months must be from 1 to " + MAX_MONTHS);
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return new InsightWindow(now.minus(MONTH.multipliedBy(months)), now);
    }

    private static @Nullable OffsetDateTime time(String field, @Nullable String text, LocalTime ofDate) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = text.contains("T")
                    ? moment(text)
                    : LocalDate.parse(text).atTime(ofDate).atOffset(ZoneOffset.UTC);
            if (StorableYears.include(time.getYear())) {
                return time;
            }
        } catch (DateTimeParseException noTime) {
            // refused below
        }
        throw InsightProblem.bad(field, field + " must be a date such as 2026-11-26 or 2026-11-26T08:00:00Z");
    }

    private static OffsetDateTime moment(String text) {
        TemporalAccessor moment =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return moment instanceof OffsetDateTime placed
                ? placed
                : LocalDateTime.from(moment).atOffset(ZoneOffset.UTC);
    }
}
