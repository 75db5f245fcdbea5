package ai.rhesis.backend.integration.template;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.util.ForLoop;
import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jinjava.javax.el.ELContext;
import jinjava.javax.el.ELResolver;
import jinjava.javax.el.MethodNotFoundException;
import jinjava.javax.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;

/// The meaning of `a.b`, `a[b]` and `a.b()`: members of data and a few methods of Python's, and never anything by
/// reflection.
final class DataResolver extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        context.setPropertyResolved(true);
        return switch (base) {
            case Map<?, ?> map -> map.get(String.valueOf(property));
            case Map.Entry<?, ?> entry -> at(Arrays.asList(entry.getKey(), entry.getValue()), property);
            case List<?> list -> at(list, property);
            case String text -> at(text, property);
            case ForLoop loop -> ofLoop(loop, String.valueOf(property));
            case null, default -> null;
        };
    }

    private static @Nullable Object at(List<?> list, @Nullable Object property) {
        try {
            int index = Integer.parseInt(String.valueOf(property));
            int place = index < 0 ? list.size() + index : index;
            return place >= 0 && place < list.size() ? list.get(place) : null;
        } catch (NumberFormatException noIndex) {
            return null;
        }
    }

    /// Counts characters from the nearer end only, for a text may be long and be asked often.
    private static @Nullable String at(String text, @Nullable Object property) {
        try {
            int index = Integer.parseInt(String.valueOf(property));
            Rendering.current().budget.spend(1L + Math.min(text.length(), Math.abs((long) index)));
            int place = text.offsetByCodePoints(index < 0 ? text.length() : 0, index);
            return place < text.length() ? Character.toString(text.codePointAt(place)) : null;
        } catch (NumberFormatException | IndexOutOfBoundsException noIndex) {
            return null;
        }
    }

    private static @Nullable Object ofLoop(ForLoop loop, String property) {
        return switch (property) {
            case "index" -> loop.getIndex();
            case "index0" -> loop.getIndex0();
            case "revindex" -> loop.getRevindex();
            case "revindex0" -> loop.getRevindex0();
            case "length" -> loop.getLength();
            case "first" -> loop.isFirst();
            case "last" -> loop.isLast();
            default -> null;
        };
    }

    @Override
    public @Nullable Object invoke(
            ELContext context,
            @Nullable Object base,
            Object method,
            Class<?> @Nullable [] types,
            @Nullable Object @Nullable [] arguments) {
        context.setPropertyResolved(true);
        String name = String.valueOf(method);
        @Nullable Object[] given = arguments == null ? new Object[0] : arguments;
        return switch (base) {
            case ExpTest test -> test(test, name, given);
            case String text -> PythonMethods.ofText(text, name, given);
            case Map<?, ?> map -> PythonMethods.ofMap(map, name, given);
            case null, default -> throw new MethodNotFoundException("there is no method " + name + " here");
        };
    }

    /// Evaluates `is` in a template: the engine passes the value, itself, and the arguments of the test.
    private static boolean test(ExpTest test, String name, @Nullable Object[] given) {
        JinjavaInterpreter interpreter = Rendering.current();
        Object[] arguments = given.length > 2 ? Arrays.copyOfRange(given, 2, given.length) : new Object[0];
        return switch (name) {
            case "evaluate" -> test.evaluate(given[0], interpreter, arguments);
            case "evaluateNegated" -> test.evaluateNegated(given[0], interpreter, arguments);
            default -> throw new MethodNotFoundException("there is no method " + name + " here");
        };
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        context.setPropertyResolved(true);
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        context.setPropertyResolved(true);
        return true;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        throw new PropertyNotWritableException("values can't be changed");
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return null;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }
}
