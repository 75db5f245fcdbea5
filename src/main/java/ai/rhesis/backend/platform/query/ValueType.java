package ai.rhesis.backend.platform.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The type of a field, and how a value of it is read from what a client writes, quoted or not.
public enum ValueType {
    TEXT("a text", text -> text),
    UUID("a UUID", ValueType::uuid),
    NUMBER("a whole number", Integer::valueOf),
    DECIMAL("a number", text -> new BigDecimal(text).doubleValue()),
    BOOLEAN("true or false", ValueType::truth),
    TIMESTAMP("a timestamp or date such as 2026-01-31T12:00:00Z or 2026-01-31", ValueType::instant);

    private static final int LENGTH_OF_UUID = 36;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter();

    private final String description;
    private final Function<String, Comparable<?>> reader;

    ValueType(String description, Function<String, Comparable<?>> reader) {
        this.description = description;
        this.reader = reader;
    }

    /// Returns the value that the text stands for; null when it stands for none of this type.
    @Nullable
    Comparable<?> read(String text) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return null;
        }
    }

    /// Describes the type in messages.
    String description() {
        return description;
    }

    private static Comparable<?> uuid(String text) {
        if (text.length() != LENGTH_OF_UUID) {
            throw new IllegalArgumentException("the JDK takes shorter ones too");
        }
        return java.util.UUID.fromString(text);
    }

    private static Comparable<?> truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Comparable<?> instant(String text) {
        TemporalAccessor time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        Instant instant = inUtc(time);
        if (!StorableYears.include(instant.atOffset(ZoneOffset.UTC).getYear())) {
            throw new DateTimeException("out of the range that is stored");
        }
        return instant;
    }

    private static Instant inUtc(TemporalAccessor time) {
        return switch (time) {
            case OffsetDateTime withOffset -> withOffset.toInstant();
            case LocalDateTime withoutOffset -> withoutOffset.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
        };
    }
}
