package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A filter of the engine that spends the budget for the value it is given, wherever it is called from.
record BudgetedFilter(Filter filter, FilterCost cost) implements Filter {

    @Override
    public String getName() {
        return filter.getName();
    }

    @Override
    public @Nullable Object filter(@Nullable Object value, JinjavaInterpreter rendering, String... given) {
        charge(value, given);
        return filter.filter(value, rendering, given);
    }

    @Override
    public @Nullable Object filter(
            @Nullable Object value,
            JinjavaInterpreter rendering,
            @Nullable Object[] given,
            Map<String, @Nullable Object> named) {
        charge(value, given);
        named.values().forEach(argument -> Weight.of(argument, Rendering.current().budget));
        return filter.filter(value, rendering, given, named);
    }

    private void charge(@Nullable Object value, @Nullable Object[] given) {
        cost.charge(value, Rendering.current().budget);
        for (Object argument : given) {
            Weight.of(argument, Rendering.current().budget);
        }
    }

    @Override
    public boolean preserveSafeString() {
        return filter.preserveSafeString();
    }
}
