package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.el.ext.AstRangeBracket;
import com.hubspot.jinjava.el.ext.CollectionMembershipOperator;
import com.hubspot.jinjava.el.ext.CollectionNonMembershipOperator;
import com.hubspot.jinjava.el.ext.ExtendedParser;
import com.hubspot.jinjava.el.ext.StringConcatOperator;
import jinjava.de.odysseus.el.tree.impl.Builder;
import jinjava.de.odysseus.el.tree.impl.ast.AstBinary;
import jinjava.de.odysseus.el.tree.impl.ast.AstNode;

/// The parser of the engine with operators and slices that spend the budget.
final class BudgetedParser extends ExtendedParser {

    BudgetedParser(Builder syntax, String expression) {
        super(syntax, expression);
        putExtensionHandler(StringConcatOperator.TOKEN, handler(ExtensionPoint.ADD, StringConcatOperator.OP));
        putExtensionHandler(
                CollectionMembershipOperator.TOKEN, handler(ExtensionPoint.CMP, CollectionMembershipOperator.OP));
        putExtensionHandler(
                CollectionNonMembershipOperator.TOKEN,
                handler(ExtensionPoint.CMP, new CollectionNonMembershipOperator()));
    }

    private static ExtensionHandler handler(ExtensionPoint point, AstBinary.Operator operator) {
        return new ExtensionHandler(point) {
            @Override
            public AstNode createAstNode(AstNode... children) {
                return new AstBinary(children[0], children[1], new BudgetedOperator(operator));
            }
        };
    }

    // "and" and "or" look at their right side only if they have to, and at no more than whether it is true
    @Override
    protected AstBinary createAstBinary(AstNode left, AstNode right, AstBinary.Operator operator) {
        boolean isSimple = operator instanceof AstBinary.SimpleOperator;
        return super.createAstBinary(left, right, isSimple ? new BudgetedOperator(operator) : operator);
    }

    @Override
    protected AstRangeBracket createAstRangeBracket(
            AstNode base, AstNode start, AstNode end, boolean isLeft, boolean isStrict) {
        return super.createAstRangeBracket(new WeighedNode(base), start, end, isLeft, isStrict);
    }
}
