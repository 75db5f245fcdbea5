package ai.rhesis.backend.platform.query;

import ai.rhesis.backend.platform.problem.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The parameters of a query by their types; null for one that was not sent, or is blank. A value of another
/// type is a 400 that names its parameter.
public record QueryParameters(ListRequest.Parameters parameters) {

    public @Nullable String text(String name) {
        String text = parameters.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    public @Nullable UUID uuid(String name) {
        return (UUID) read(name, ValueType.UUID);
    }

    /// Reads a moment; a date is its begin, and a time without an offset is in UTC.
    public @Nullable OffsetDateTime moment(String name) {
        Instant moment = (Instant) read(name, ValueType.TIMESTAMP);
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    public @Nullable Double decimal(String name) {
        return (Double) read(name, ValueType.DECIMAL);
    }

    public boolean flag(String name, boolean absent) {
        Boolean flag = (Boolean) read(name, ValueType.BOOLEAN);
        return flag == null ? absent : flag;
    }

    public int number(String name, int absent, int min, int max) {
        Integer number = (Integer) read(name, ValueType.NUMBER);
        if (number == null) {
            return absent;
        }
        if (number < min || number > max) {
            throw Problem.badRequest(name, "%s must be from %d to %d".formatted(name, min, max))
                    .exception();
        }
        return number;
    }

    public @Nullable String oneOf(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            throw Problem.notOneOf(name, allowed).exception();
        }
        return value;
    }

    private @Nullable Comparable<?> read(String name, ValueType type) {
        String text = text(name);
        Comparable<?> value = text == null ? null : type.read(text);
        if (text != null && value == null) {
            throw Problem.badRequest(name, name + " must be " + type.description())
                    .exception();
        }
        return value;
    }
}
