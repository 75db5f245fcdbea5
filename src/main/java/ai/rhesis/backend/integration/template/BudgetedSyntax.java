package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.el.ExtendedSyntaxBuilder;
import jinjava.de.odysseus.el.tree.impl.Parser;

/// The syntax of expressions, the operators of which spend the budget of the rendering.
final class BudgetedSyntax extends ExtendedSyntaxBuilder {

    private static final long serialVersionUID = 1;

    BudgetedSyntax() {
        // the engine's own: without the second, `range` takes no parameters
        super(Feature.METHOD_INVOCATIONS, Feature.VARARGS);
    }

    @Override
    protected Parser createParser(String expression) {
        return new BudgetedParser(this, expression);
    }
}
