package ai.rhesis.backend.platform.web.body;

import ai.rhesis.backend.platform.persistence.StorableText;
import ai.rhesis.backend.platform.problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The values of a body that can't be stored and read again as they are: texts with NUL or an unpaired surrogate,
/// numbers that are too long when written out, and what is nested too deeply.
public final class UnstorableValues {

    static final int MAX_DEPTH = 200;
    static final int MAX_DIGITS = 1_000;

    /// Values in one object: a tree takes ten times the memory of its text, also for whoever lists it later.
    static final int MAX_VALUES = 200_000;

    private final List<Violation> violations;
    private int count;

    private UnstorableValues(List<Violation> violations) {
        this.violations = violations;
    }

    /// Adds what can't be stored to the violations, and tells whether the tree is small enough to be read at all.
    public static boolean find(JsonNode tree, List<Violation> violations) {
        UnstorableValues values = new UnstorableValues(violations);
        values.find(tree, null, 0);
        boolean isSmall = values.count <= MAX_VALUES;
        values.require(isSmall, null, "holds more than %,d values".formatted(MAX_VALUES));
        return isSmall;
    }

    private void find(JsonNode node, @Nullable Place place, int depth) {
        if (++count > MAX_VALUES) {
            return;
        }
        if (depth > MAX_DEPTH) {
            require(false, outermost(place), "is nested deeper than " + MAX_DEPTH + " levels");
        } else if (node.isObject()) {
            node.forEachEntry((key, value) -> {
                requireStorable(key, place);
                find(value, new Place(place, key), depth + 1);
            });
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                find(node.get(index), new Place(place, index), depth + 1);
            }
        } else if (node.isString()) {
            requireStorable(node.stringValue(), place);
        } else if (node.isNumber()) {
            require(isShort(node), place, "is a number of more than " + MAX_DIGITS + " digits");
        }
    }

    private void requireStorable(String text, @Nullable Place place) {
        require(StorableText.isStorable(text), place, "holds a character that can't be stored, such as NUL");
    }

    private void require(boolean holds, @Nullable Place place, String message) {
        if (!holds && violations.size() < JsonBinder.MAX_VIOLATIONS) {
            violations.add(Violation.ofBody(place == null ? "" : place.path(), "value_error", message));
        }
    }

    private static @Nullable Place outermost(@Nullable Place place) {
        Place outermost = place;
        while (outermost != null && outermost.parent() != null) {
            outermost = outermost.parent();
        }
        return outermost;
    }

    /// Counts the digits that a number has when it is written without an exponent, as the database does.
    private static boolean isShort(JsonNode number) {
        if (!number.isBigDecimal() && !number.isBigInteger()) {
            return true;
        }
        BigDecimal decimal = number.decimalValue();
        long whole = Math.max(1, (long) decimal.precision() - decimal.scale());
        return whole + Math.max(0L, decimal.scale()) <= MAX_DIGITS;
    }

    /// The place of a value. Its path is written out for those that are told, and for no other: it may be longer than
    /// the value, many times over.
    ///
    /// @param name a key, or an index
    private record Place(@Nullable Place parent, Object name) {

        private static final int MAX_NAME = 100;

        String path() {
            Deque<String> names = new ArrayDeque<>();
            for (Place place = this; place != null; place = place.parent) {
                String name = place.name.toString();
                names.addFirst(StorableText.of(name.substring(0, Math.min(name.length(), MAX_NAME))));
            }
            return String.join(".", names);
        }
    }
}
