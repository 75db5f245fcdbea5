package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import ai.rhesis.backend.platform.compute.TextSearch;
import com.hubspot.jinjava.el.ext.AdditionOperator;
import com.hubspot.jinjava.el.ext.CollectionMembershipOperator;
import com.hubspot.jinjava.el.ext.CollectionNonMembershipOperator;
import java.util.Collection;
import java.util.Map;
import jinjava.de.odysseus.el.tree.Bindings;
import jinjava.de.odysseus.el.tree.impl.ast.AstBinary;
import jinjava.de.odysseus.el.tree.impl.ast.AstLiteral;
import jinjava.de.odysseus.el.tree.impl.ast.AstNode;
import jinjava.javax.el.ELContext;
import org.jspecify.annotations.Nullable;

/// An operator of the engine that spends the budget for both of its operands before it looks at them.
record BudgetedOperator(AstBinary.Operator operator) implements AstBinary.Operator {

    @Override
    public @Nullable Object eval(Bindings bindings, ELContext context, AstNode left, AstNode right) {
        Object one = left.eval(bindings, context);
        Object other = right.eval(bindings, context);
        Budget budget = Rendering.current().budget;
        if (isMembership() && other instanceof CharSequence text) {
            boolean isIn = TextSearch.contains(text.toString(), textOf(one, budget), budget);
            return isIn == (operator instanceof CollectionMembershipOperator);
        }
        if (operator instanceof AdditionOperator && isJoining(one, other)) {
            Weight.ofItems(one, budget);
            Weight.ofItems(other, budget);
        } else {
            Weight.of(one, budget);
            Weight.of(other, budget);
        }
        return operator.eval(bindings, context, new Operand(one), new Operand(other));
    }

    private boolean isMembership() {
        return operator instanceof CollectionMembershipOperator || operator instanceof CollectionNonMembershipOperator;
    }

    private static boolean isJoining(@Nullable Object one, @Nullable Object other) {
        return one instanceof Collection || one instanceof Map && other instanceof Map;
    }

    private static String textOf(@Nullable Object value, Budget budget) {
        Weight.of(value, budget);
        return Values.text(value);
    }

    @Override
    public String toString() {
        return operator.toString();
    }

    /// An operand that was evaluated before.
    private static final class Operand extends AstLiteral {

        private final @Nullable Object value;

        Operand(@Nullable Object value) {
            this.value = value;
        }

        @Override
        public @Nullable Object eval(Bindings bindings, ELContext context) {
            return value;
        }

        @Override
        public void appendStructure(StringBuilder structure, Bindings bindings) {
            structure.append(value);
        }
    }
}
