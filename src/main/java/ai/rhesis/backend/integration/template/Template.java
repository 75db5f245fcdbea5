package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.TooComplexException;
import com.hubspot.jinjava.interpret.CollectionTooBigException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.OutputTooBigException;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ConcurrentLruCache;

/// A text with expressions in it, in the syntax of Jinja, that reaches nothing but the values it is rendered with.
///
/// A name that has no value renders nothing. Size, work and time are bounded.
public final class Template {

    private static final int MAX_LENGTH = 65_536;
    private static final int MAX_CACHED_LENGTH = 4_096;
    private static final ConcurrentLruCache<String, Template> PARSED = new ConcurrentLruCache<>(1_000, Template::new);
    private static final Set<TemplateError.ErrorReason> TOO_LARGE =
            Set.of(TemplateError.ErrorReason.OUTPUT_TOO_BIG, TemplateError.ErrorReason.COLLECTION_TOO_BIG);

    // what the engine and Java say of themselves means nothing to who writes a template
    private static final Pattern ENGINE = Pattern.compile(
            "(?s)\\s*(Originating Exception:.*|\\S*Exception: )|Error resolving expression \\[.*]:|\\S*\\.hubspot\\.\\S*");
    private static final Pattern JAVA = Pattern.compile(
            "\\b(?:java|javax|jdk|sun|com|jinjava)\\.\\w|\\bclass \\w+\\.|\\w(?:Exception|Error)\\b"
                    + "|\\bPy(?:List|Map)|\\((?:String|Long|Integer|Double|Boolean|null)\\)|\\bof type \\w+|Cannot invoke|^null$");

    private final Node root;
    private final @Nullable ExpressionToken onlyExpression;

    private Template(String source) {
        root = run(Sandbox.rendering(Map.of(), null, false), rendering -> {
            Node parsed = rendering.parse(source);
            rendering.getErrors().forEach(mistake -> {
                throw of(mistake.getMessage(), mistake.getLineno());
            });
            Sandbox.check(parsed);
            return parsed;
        });
        onlyExpression = onlyExpression(root);
    }

    /// @throws TemplateException where its syntax is wrong, or it uses what there is not
    public static Template of(String source) {
        if (source.length() > MAX_LENGTH) {
            throw TemplateException.tooComplex("a template has at most %,d characters".formatted(MAX_LENGTH));
        }
        return source.length() > MAX_CACHED_LENGTH ? new Template(source) : PARSED.get(source);
    }

    /// Renders the value of the expression where the text is exactly one, as plain data of its own type; else the text.
    ///
    /// @throws TemplateException when it can't be rendered
    public @Nullable Object render(Map<String, ?> values) {
        return render(values, values);
    }

    /// Renders with a document that `jsonpath('…')` looks into.
    public @Nullable Object render(Map<String, ?> values, @Nullable Object document) {
        return run(Sandbox.rendering(values, document, false), rendering -> value(rendering));
    }

    /// Renders a text in which no value leaves the JSON string that it stands in; values that are no text, and those
    /// that went through `tojson`, are written as JSON.
    public String renderJson(Map<String, ?> values) {
        return run(Sandbox.rendering(values, values, true), this::text);
    }

    private @Nullable Object value(Rendering rendering) {
        if (onlyExpression == null) {
            return text(rendering);
        }
        Object value = rendering.resolveELExpression(onlyExpression.getExpr(), onlyExpression.getLineNumber());
        requireNoError(rendering);
        Weight.of(value, rendering.budget);
        return Values.plain(value);
    }

    private String text(Rendering rendering) {
        String text = rendering.render(root, false);
        requireNoError(rendering);
        return text;
    }

    private static @Nullable ExpressionToken onlyExpression(Node root) {
        boolean isOne = root.getChildren().size() == 1 && root.getChildren().getFirst() instanceof ExpressionNode;
        return isOne && root.getChildren().getFirst().getMaster() instanceof ExpressionToken token ? token : null;
    }

    private static <T extends @Nullable Object> T run(Rendering rendering, Function<Rendering, T> work) {
        try (var current = JinjavaInterpreter.closeablePushCurrent(rendering).get()) {
            return bounded(rendering, work);
        } catch (TooComplexException bound) {
            throw TemplateException.tooComplex(String.valueOf(bound.getMessage()));
        } catch (StackOverflowError tooDeep) {
            throw TemplateException.tooComplex("is nested too deeply");
        }
    }

    /// Renders within the budget, and checks it at the end, because the engine catches much of what is thrown
    /// inside.
    private static <T extends @Nullable Object> T bounded(Rendering rendering, Function<Rendering, T> work) {
        try {
            T result = work.apply(rendering);
            rendering.budget.check();
            return result;
        } catch (TooComplexException | CancellationException stopped) {
            throw stopped;
        } catch (TemplateException mistake) {
            rendering.budget.check();
            throw mistake;
        } catch (RuntimeException failed) {
            rendering.budget.check();
            throw explained(failed);
        }
    }

    private static TemplateException explained(RuntimeException failed) {
        if (isTooLarge(failed)) {
            return tooLarge();
        }
        return failed.getCause() instanceof TemplateException cause ? cause : of(failed.getMessage(), -1);
    }

    private static boolean isTooLarge(@Nullable Throwable failure) {
        return failure instanceof CollectionTooBigException
                || failure instanceof OutputTooBigException
                || failure != null && isTooLarge(failure.getCause());
    }

    private static TemplateException tooLarge() {
        return TemplateException.tooComplex("makes a text of more than %,d characters or a list of more than %,d items"
                .formatted(RenderingBounds.MAX_TEXT_LENGTH, RenderingBounds.MAX_ITEMS));
    }

    private static void requireNoError(Rendering rendering) {
        for (TemplateError error : rendering.getErrors()) {
            if (TOO_LARGE.contains(error.getReason()) || isTooLarge(error.getException())) {
                throw tooLarge();
            }
            if (error.getSeverity() == TemplateError.ErrorType.FATAL) {
                throw of(error.getMessage(), error.getLineno());
            }
        }
    }

    private static TemplateException of(@Nullable String message, int line) {
        String told = ENGINE.matcher(String.valueOf(message)).replaceAll("").strip();
        boolean isOfEngine = told.isEmpty() || JAVA.matcher(told).find();
        return SyntaxCheck.at(line, isOfEngine ? "an expression can't be evaluated with these values" : told);
    }
}
