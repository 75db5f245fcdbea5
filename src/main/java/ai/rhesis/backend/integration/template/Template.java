package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.TooComplexException;
import com.hubspot.jinjava.interpret.InterpretException;
import com.hubspot.jinjava.interpret.InvalidInputException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.interpret.TemplateError;
import com.hubspot.jinjava.tree.ExpressionNode;
import com.hubspot.jinjava.tree.Node;
import com.hubspot.jinjava.tree.parse.ExpressionToken;
import java.util.Map;
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
    private static final Pattern INTERNAL =
            Pattern.compile("(?s)\\s*(Originating Exception:.*|\\S*Exception: )|\\S*\\.hubspot\\.\\S*");

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
            throw new TemplateException("a template has at most " + MAX_LENGTH + " characters");
        }
        return source.length() > MAX_CACHED_LENGTH ? new Template(source) : PARSED.get(source);
    }

    /// The value of the expression where the text is exactly one, as plain data of its own type; else the text.
    ///
    /// @throws TemplateException when it can't be rendered
    public @Nullable Object render(Map<String, ?> values) {
        return render(values, values);
    }

    /// The same with the document that `jsonpath('…')` looks into.
    public @Nullable Object render(Map<String, ?> values, @Nullable Object document) {
        return run(Sandbox.rendering(values, document, false), rendering -> value(rendering));
    }

    /// The text, in which no value leaves the JSON string that it stands in; values that are no text, and those
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
            return work.apply(rendering);
        } catch (InterpretException | InvalidInputException failed) {
            throw refusal(failed);
        } catch (TooComplexException bound) {
            throw new TemplateException(String.valueOf(bound.getMessage()));
        } catch (StackOverflowError tooDeep) {
            throw new TemplateException("is nested too deeply");
        }
    }

    private static TemplateException refusal(RuntimeException failed) {
        return switch (failed.getCause()) {
            case TemplateException cause -> cause;
            case TooComplexException bound -> new TemplateException(String.valueOf(bound.getMessage()));
            case null, default -> of(failed.getMessage(), -1);
        };
    }

    private static void requireNoError(Rendering rendering) {
        for (TemplateError error : rendering.getErrors()) {
            if (error.getSeverity() == TemplateError.ErrorType.FATAL) {
                throw of(error.getMessage(), error.getLineno());
            }
        }
    }

    private static TemplateException of(@Nullable String message, int line) {
        return SyntaxCheck.at(line, INTERNAL.matcher(String.valueOf(message)).replaceAll(""));
    }
}
