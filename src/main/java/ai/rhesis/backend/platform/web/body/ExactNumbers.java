package ai.rhesis.backend.platform.web.body;

import java.math.BigDecimal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// The exact reading of numbers: none is cut, rounded or made infinite to fit its field.
///
/// A whole number may be written as `2.0` or `2e3`; a decimal must be what its field says when it is read again.
final class ExactNumbers extends ValueDeserializerModifier {

    static JacksonModule module() {
        return new SimpleModule("exact numbers").setDeserializerModifier(new ExactNumbers());
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> deserializer) {
        Class<?> number = deserializer.handledType();
        return number == Integer.class
                        || number == int.class
                        || number == Long.class
                        || number == long.class
                        || number == Double.class
                        || number == double.class
                ? new Exact(deserializer)
                : deserializer;
    }

    /// A reader of numbers that refuses those that don't fit.
    private static final class Exact extends DelegatingDeserializer {

        Exact(ValueDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
            return new Exact(delegate);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws JacksonException {
            if (!parser.currentToken().isNumeric()) {
                return super.deserialize(parser, context);
            }
            BigDecimal sent = parser.getDecimalValue();
            try {
                return exact(sent);
            } catch (ArithmeticException failure) {
                return context.handleWeirdNumberValue(handledType(), sent, "does not fit");
            }
        }

        private Object exact(BigDecimal sent) {
            return switch (handledType().getSimpleName()) {
                case "Integer", "int" -> sent.intValueExact();
                case "Long", "long" -> sent.longValueExact();
                default -> exactDouble(sent);
            };
        }

        private static Double exactDouble(BigDecimal sent) {
            double read = sent.doubleValue();
            if (Double.isInfinite(read) || BigDecimal.valueOf(read).compareTo(sent) != 0) {
                throw new ArithmeticException("no double is this number");
            }
            return read;
        }
    }
}
