package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parts of a value that a filter walks over.
enum FilterCost {

    /// Nothing: it looks at the value and not into it.
    CONSTANT {
        @Override
        void charge(@Nullable Object value, Budget budget) {
            budget.spend(1);
        }
    },

    /// The items of a list, or the characters of a text.
    ITEMS {
        @Override
        void charge(@Nullable Object value, Budget budget) {
            Weight.ofItems(value, budget);
        }
    },

    /// The whole value.
    WHOLE {
        @Override
        void charge(@Nullable Object value, Budget budget) {
            Weight.of(value, budget);
        }
    },

    /// The whole value, as often as sorting compares.
    SORTING {
        @Override
        void charge(@Nullable Object value, Budget budget) {
            int size = value instanceof Collection<?> items
                    ? items.size()
                    : value instanceof Map<?, ?> map ? map.size() : 1;
            int comparisons = Integer.SIZE - Integer.numberOfLeadingZeros(size);
            budget.spend(Weight.of(value, budget).steps() * comparisons);
        }
    };

    abstract void charge(@Nullable Object value, Budget budget);
}
