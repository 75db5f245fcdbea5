package ai.rhesis.backend.integration.template;

import jinjava.de.odysseus.el.tree.Bindings;
import jinjava.de.odysseus.el.tree.impl.ast.AstNode;
import jinjava.de.odysseus.el.tree.impl.ast.AstRightValue;
import jinjava.javax.el.ELContext;
import org.jspecify.annotations.Nullable;

/// An operand whose items are counted when it is evaluated.
final class WeighedNode extends AstRightValue {

    private final AstNode operand;

    WeighedNode(AstNode operand) {
        this.operand = operand;
    }

    @Override
    public @Nullable Object eval(Bindings bindings, ELContext context) {
        Object value = operand.eval(bindings, context);
        Weight.ofItems(value, Rendering.current().budget);
        return value;
    }

    @Override
    public void appendStructure(StringBuilder structure, Bindings bindings) {
        operand.appendStructure(structure, bindings);
    }

    @Override
    public int getCardinality() {
        return 1;
    }

    @Override
    public AstNode getChild(int index) {
        return operand;
    }

    @Override
    public String toString() {
        return operand.toString();
    }
}
