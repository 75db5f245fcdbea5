package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.el.ExtendedSyntaxBuilder;
import jinjava.de.odysseus.el.tree.impl.Parser;

/// The syntax of expressions, the operators of which spend the budget of the rendering.
final class BudgetedSyntax extends ExtendedSyntaxBuilder {

    private static final long serialVersionUID = 1;

    BudgetedSyntax() {
        super(Feature.METHOD_INVOCATIONS);
    }

    @Override
    protected Parser createParser(String expression) {
        return new BudgetedParser(this, expression);
    }
}
