package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A test of the engine, as in `x is defined`, that spends the budget for what it compares.
record BudgetedPredicate(ExpTest test) implements ExpTest {

    private static final Set<String> OF_KIND = Set.of(
            "boolean",
            "defined",
            "false",
            "float",
            "integer",
            "iterable",
            "mapping",
            "none",
            "number",
            "sequence",
            "string",
            "true",
            "truthy",
            "undefined");
    private static final Set<String> SEARCHING =
            Set.of("containing", "containingall", "in", "string_containing", "within");

    @Override
    public String getName() {
        return test.getName();
    }

    @Override
    public boolean evaluate(@Nullable Object value, JinjavaInterpreter rendering, @Nullable Object... given) {
        charge(value, given);
        return test.evaluate(value, rendering, given);
    }

    @Override
    public boolean evaluateNegated(@Nullable Object value, JinjavaInterpreter rendering, @Nullable Object... given) {
        charge(value, given);
        return test.evaluateNegated(value, rendering, given);
    }

    private void charge(@Nullable Object value, @Nullable Object[] given) {
        Budget budget = Rendering.current().budget;
        if (OF_KIND.contains(getName())) {
            budget.spend(1);
            return;
        }
        long steps = Weight.of(value, budget).steps();
        for (Object argument : given) {
            long more = Weight.of(argument, budget).steps();
            budget.spend(SEARCHING.contains(getName()) ? steps * more : 1);
        }
    }
}
