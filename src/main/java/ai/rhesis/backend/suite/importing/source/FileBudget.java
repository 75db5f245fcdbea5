package ai.rhesis.backend.suite.importing.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A count of the values and characters that a file comes to when everything that it repeats is written out.
public final class FileBudget {

    private static final int MAX_SCALE = 1_000;
    private static final long LOOK = 0xFFF;

    private long values;
    private long characters;

    /// Counts a row.
    ///
    /// @return the row, with a fault when it holds a number that can't be stored
    /// @throws ProblemException 422 that says the bound which the file exceeds
    public SourceRow spend(SourceRow row) {
        if (spend(row.values())) {
            return row;
        }
        List<String> faults = new ArrayList<>(row.faults());
        faults.add("holds a number that is too large or too small to be stored");
        return new SourceRow(row.number(), row.values(), faults);
    }

    /// Counts values that a file repeats.
    public void spend(Collection<JsonNode> repeated) {
        repeated.forEach(this::spend);
    }

    /// Counts a value and says whether its numbers can be stored.
    private boolean spend(JsonNode node) {
        spendValue();
        boolean isStorable = true;
        if (node instanceof ObjectNode object) {
            for (var entry : object.properties()) {
                spendText(entry.getKey().length());
                isStorable &= spend(entry.getValue());
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                isStorable &= spend(item);
            }
        } else if (node.isString()) {
            spendText(node.stringValue().length());
        } else if (node.isBigDecimal()) {
            isStorable = isStorable(node.decimalValue());
        }
        return isStorable;
    }

    private static boolean isStorable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= MAX_SCALE && !Double.isInfinite(number.doubleValue());
    }

    void spendValue() {
        if ((++values & LOOK) == 0) {
            requireWanted();
        }
        if (values > Limits.MAX_VALUES) {
            throw Limits.refused("holds more than %,d values".formatted(Limits.MAX_VALUES));
        }
    }

    /// Ends the reading of a file for which nobody waits any more.
    ///
    /// @throws CancellationException when the thread is interrupted
    static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("reading the file was cancelled");
        }
    }

    void spendText(int length) {
        if (length > Limits.MAX_TEXT_LENGTH) {
            throw Limits.refused("holds a text of more than %,d characters".formatted(Limits.MAX_TEXT_LENGTH));
        }
        characters += length;
        if (characters > Limits.MAX_CHARACTERS) {
            throw Limits.refused(
                    "comes to more than %,d characters in all its values".formatted(Limits.MAX_CHARACTERS));
        }
    }
}
