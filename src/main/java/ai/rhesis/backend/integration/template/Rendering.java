package ai.rhesis.backend.integration.template;

import ai.rhesis.backend.platform.compute.Budget;
import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.Context;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import org.jspecify.annotations.Nullable;

/// One rendering of a template: its values, what it has left to use, and the document that `jsonpath` looks into.
final class Rendering extends JinjavaInterpreter {

    final Budget budget = RenderingBounds.budget();
    final @Nullable Object document;
    private final boolean isJson;

    Rendering(Jinjava engine, Context values, JinjavaConfig config, @Nullable Object document, boolean isJson) {
        super(engine, values, config);
        this.document = document;
        this.isJson = isJson;
    }

    static Rendering current() {
        return (Rendering) JinjavaInterpreter.getCurrent();
    }

    /// Writes a value into the text around it. In JSON, no text ends the string that it stands in.
    String print(@Nullable Object value) {
        Weight.of(value, budget);
        String text = Values.text(value);
        budget.spend(text.length());
        boolean mustBeEscaped = isJson && !(value instanceof JsonText) && !text.isEmpty();
        return mustBeEscaped && Values.plain(value) instanceof String ? escaped(text) : text;
    }

    private static String escaped(String text) {
        String quoted = Values.json(text);
        return quoted.substring(1, quoted.length() - 1);
    }

    @Override
    public String getAsString(@Nullable Object value) {
        Weight.of(value, budget);
        return Values.text(value);
    }

    // Templates can name this object; it shows nothing of itself.
    @Override
    public String toString() {
        return "";
    }

    @Override
    public <T extends Appendable & CharSequence> T appendPyishString(T output) {
        return output;
    }
}
