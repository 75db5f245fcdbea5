package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.el.ext.AstFilterChain;
import com.hubspot.jinjava.el.ext.FilterSpec;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.TagNode;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import jinjava.de.odysseus.el.tree.FunctionNode;
import jinjava.de.odysseus.el.tree.IdentifierNode;
import jinjava.de.odysseus.el.tree.Tree;
import jinjava.de.odysseus.el.tree.TreeBuilderException;
import jinjava.de.odysseus.el.tree.impl.Builder;

/// The check of every expression of a template when it is saved, so that its author learns of a mistake before a run
/// does.
final class SyntaxCheck {

    // An expression is worked through in one go: its length bounds what happens between two looks at the budget.
    private static final int MAX_LENGTH = 2_000;

    private static final Builder BUILDER = new BudgetedSyntax();

    private final Context library;

    SyntaxCheck(Context library) {
        this.library = library;
    }

    /// @throws TemplateException at the first mistake
    void check(Node node) {
        if (node instanceof ExpressionNode && node.getMaster() instanceof ExpressionToken token) {
            checkExpression(token.getExpr(), node.getLineNumber());
        } else if (node instanceof TagNode tag) {
            checkTag(tag);
        }
        node.getChildren().forEach(this::check);
    }

    private void checkTag(TagNode tag) {
        String helpers = tag.getHelpers().strip();
        switch (tag.getName()) {
            case "if", "elif" -> checkExpression(helpers, tag.getLineNumber());
            case "for" -> checkExpression(after(helpers, " in ", tag), tag.getLineNumber());
            case "set" -> checkExpression("[" + after(helpers, "=", tag) + "]", tag.getLineNumber());
            default -> {}
        }
    }

    private static String after(String helpers, String word, TagNode tag) {
        int place = helpers.indexOf(word);
        if (place < 0) {
            throw at(tag.getLineNumber(), "'" + tag.getName() + "' has no '" + word.strip() + "'");
        }
        return helpers.substring(place + word.length());
    }

    private void checkExpression(String expression, int line) {
        if (expression.isBlank()) {
            throw at(line, "an expression is empty");
        }
        if (expression.length() > MAX_LENGTH) {
            throw at(line, "an expression has more than " + MAX_LENGTH + " characters");
        }
        Tree tree = parse(expression, line);
        checkFilters(tree.getRoot(), line);
        tree.getFunctionNodes().forEach(function -> checkFunction(function, line));
        tree.getIdentifierNodes().forEach(identifier -> checkTest(identifier, line));
    }

    private static Tree parse(String expression, int line) {
        try {
            return BUILDER.build("#{" + expression.strip() + "}");
        } catch (TreeBuilderException malformed) {
            String encountered = malformed.getEncountered();
            throw at(line, "'" + expression.strip() + "' is not an expression, at " + encountered);
        }
    }

    private void checkFilters(jinjava.de.odysseus.el.tree.Node node, int line) {
        if (node instanceof AstFilterChain chain) {
            for (FilterSpec filter : chain.getFilterSpecs()) {
                if (!Filters.names().contains(filter.getName())) {
                    throw at(line, "there is no filter '" + filter.getName() + "'");
                }
            }
        }
        for (int child = 0; child < node.getCardinality(); child++) {
            if (node.getChild(child) != null) {
                checkFilters(node.getChild(child), line);
            }
        }
    }

    private void checkFunction(FunctionNode function, int line) {
        String name = function.getName();
        if (library.getFunction(name.contains(":") ? name : ":" + name) == null) {
            throw at(line, "there is no function '" + name + "'");
        }
    }

    private void checkTest(IdentifierNode identifier, int line) {
        String name = identifier.getName();
        if (name.startsWith("exptest:") && library.getExpTest(name.substring("exptest:".length())) == null) {
            throw at(line, "there is no test '" + name.substring("exptest:".length()) + "'");
        }
    }

    static TemplateException at(int line, String message) {
        return new TemplateException((line > 1 ? "line " + line + ": " : "") + message);
    }
}
