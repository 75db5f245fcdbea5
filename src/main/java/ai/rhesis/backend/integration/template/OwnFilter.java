package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.AdvancedFilter;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A filter of ours in the place of the engine's.
record OwnFilter(String name, FilterCost cost, Rule rule) implements AdvancedFilter {

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable Object filter(
            @Nullable Object value,
            JinjavaInterpreter interpreter,
            @Nullable Object[] given,
            Map<String, @Nullable Object> named) {
        Budget budget = Rendering.current().budget;
        cost.charge(value, budget);
        Weight.of(Arrays.asList(given), budget);
        Weight.of(named, budget);
        return rule.apply(value, new Arguments(given, named));
    }

    /// The change that a filter makes to a value.
    @FunctionalInterface
    interface Rule {

        @Nullable
        Object apply(@Nullable Object value, Arguments arguments);
    }

    /// The arguments in the brackets behind a filter.
    record Arguments(@Nullable Object[] given, Map<String, @Nullable Object> named) {

        @Nullable
        Object get(int place, String name) {
            return place < given.length ? given[place] : named.get(name);
        }

        String text(int place, String name) {
            return Values.text(get(place, name));
        }

        int number(int place, String name) {
            return get(place, name) instanceof Number number ? number.intValue() : 0;
        }
    }
}
