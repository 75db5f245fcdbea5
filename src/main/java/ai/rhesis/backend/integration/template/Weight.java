package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import ai.rhesis.backend.platform.compute.TooComplexException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The size of a value as it is when it is written out: a list that holds another one twice has it twice.
///
/// Weighing spends the budget for all that a walk over the value is going to do, before it is done.
final class Weight {

    private static final int STEPS_PER_ITEM = 16;
    private static final int MAX_DEPTH = 400;

    private final Budget budget;
    private long steps;
    private int deepest;

    private Weight(Budget budget) {
        this.budget = budget;
    }

    /// Spends the steps of a walk over the whole value.
    ///
    /// @throws TooComplexException when they are too many, or the value is nested too deeply
    static Weight of(@Nullable Object value, Budget budget) {
        Weight weight = new Weight(budget);
        weight.add(value, 1);
        return weight;
    }

    /// Spends the steps of a walk over the items of a list or the characters of a text.
    static void ofItems(@Nullable Object value, Budget budget) {
        budget.spend(
                switch (value) {
                    case CharSequence text -> 1L + text.length();
                    case Collection<?> items -> 1L + items.size();
                    case Map<?, ?> map -> 1L + map.size();
                    case null, default -> 1L;
                });
    }

    long steps() {
        return steps;
    }

    int deepest() {
        return deepest;
    }

    private void add(@Nullable Object value, int depth) {
        deepest = Math.max(deepest, depth);
        if (depth > MAX_DEPTH) {
            throw new TooComplexException("has a value that is nested deeper than %d levels".formatted(MAX_DEPTH));
        }
        switch (value) {
            case CharSequence text -> spend(1L + text.length());
            case JsonText json -> add(json.value(), depth);
            case Map.Entry<?, ?> entry -> addEntry(entry, depth);
            case Map<?, ?> map -> map.entrySet().forEach(entry -> addEntry(entry, depth));
            case Collection<?> items -> items.forEach(item -> addItem(item, depth));
            case null, default -> spend(1);
        }
    }

    private void addEntry(Map.Entry<?, ?> entry, int depth) {
        addItem(entry.getKey(), depth);
        addItem(entry.getValue(), depth);
    }

    private void addItem(@Nullable Object item, int depth) {
        spend(STEPS_PER_ITEM);
        add(item, depth + 1);
    }

    private void spend(long more) {
        steps += more;
        budget.spend(more);
    }
}
